"""How few is too few: a figure of so few bodies would say what one of them has done. Pure."""

FEWEST = 3


def tells_who(number: int) -> bool:
    """Of one or two; of none at all there is nothing to tell."""
    return 0 < number < FEWEST
