"""Numbers as people read them: `{{ n|count }}`, `{{ n|in_words }}`, `{{ part|share:whole }}`, in either language."""

from django import template
from django.utils.translation import get_language

register = template.Library()

SPACE = "\u00a0"
WORDS = {
    "sv": ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"),
    "en": ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
}


def _english():
    return (get_language() or "sv").startswith("en")


@register.filter
def count(number):
    """1 234 567, or 1,234,567 in English; a missing number is a dash."""
    if number is None or number == "":
        return "–"
    return f"{int(number):,}".replace(",", "," if _english() else SPACE)


@register.filter
def number(value):
    """12,5 or 1 234; one decimal, and none where there is none to tell."""
    if value is None or value == int(value):
        return count(value)
    whole, decimal = f"{value:,.1f}".split(".")
    return f"{whole}.{decimal}" if _english() else f"{whole.replace(',', SPACE)},{decimal}"


@register.filter
def in_words(number, one=""):
    """sju; digits above twelve. `one` is the word for 1 where Swedish wants the other gender: `n|in_words:"ett"`."""
    words = WORDS["en" if _english() else "sv"]
    if number == 1 and one and not _english():
        return one
    return words[number] if 0 <= number < len(words) else count(number)


@register.filter
def in_words_capital(number, one=""):
    """Sju, for the beginning of a sentence."""
    word = in_words(number, one)
    return word[:1].upper() + word[1:]


@register.filter
def share(part, whole):
    """98 %, never 100 below all, so that "all" never hides one that is missing; a dash for a part of nothing."""
    if not whole:
        return "–"
    percent = min(99, (part * 200 + whole) // (whole * 2)) if part < whole else 100
    return f"{percent}%" if _english() else f"{percent}{SPACE}%"
