"""What makes a double click one step: the form's key, bound to what it was sent for and to the words in it."""

import hashlib


def step_key(key: str | None, whose: str, step: str, words: str = "", again: int = 0) -> str | None:
    """None for what comes from no form. `whose` is the signal, or for a new one its author.

    Bound to the words: a page kept in the browser and written in anew is a new act, never silently the old one.
    `again`: how often the same form has done the same before, with something else done to the signal in between.
    """
    if not key:
        return None
    return hashlib.sha256("\0".join([whose, step, words, str(again), key]).encode()).hexdigest()
