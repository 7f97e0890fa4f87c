from django.utils.translation import gettext


def say(sentence) -> str:
    """A rule's sentence in the reader's language."""
    return gettext(sentence.text) % sentence.values
