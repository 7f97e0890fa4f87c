"""What waits for a person with a mandate, and the state of what they answer for."""


def first_minute(actor):
    raise NotImplementedError
