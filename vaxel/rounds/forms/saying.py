"""What a rule says, in the reader's language."""

from django.utils.translation import get_language, gettext

from vaxel.rounds.domain import shown


def say(sentence) -> str:
    """A rule's sentence."""
    return gettext(sentence.text) % sentence.values


def language() -> str:
    """As the rules know it: "sv" or "en"."""
    return "en" if (get_language() or "sv").startswith("en") else "sv"


def said_answer(question, value) -> str:
    """An answer: 99,50 kr, in English 99.50 kr."""
    return shown.shown(question, value, language())


def said_number(value, decimals=6) -> str:
    return shown.number(value, decimals, language())


def said_money(ore) -> str:
    """With its unit."""
    return f"{shown.kronor(ore, language())}\u00a0kr"


def said_day(value) -> str:
    return shown.day(value, language())
