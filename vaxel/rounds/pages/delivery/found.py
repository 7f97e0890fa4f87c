from vaxel.rounds.queries.asked import questions_for


def found(request):
    """The delivery of the address, as its rule fetched it: with what every page about it shows."""
    return request.delivery


def questions_of(delivery):
    return questions_for(delivery)
