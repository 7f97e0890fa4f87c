"""{% load kronor %}: sums as people write them. In: whole öre. `{{ ore|kronor }}` 1 234,50 kr · `{{ ore|mkr }}` 1 012 Mkr."""

from fractions import Fraction

from django import template
from django.utils.translation import get_language

from vaxel.rounds.domain import shown
from vaxel.ui.templatetags.numbers import SPACE

register = template.Library()

MILLION = 100_000_000  # öre


def _language():
    return "en" if (get_language() or "sv").startswith("en") else "sv"


@register.filter
def kronor(ore):
    """131 634,63 kr; whole kronor without decimals; a missing sum is a dash."""
    return f"{bare(ore)}{SPACE}kr" if ore is not None and ore != "" else "–"


@register.filter
def bare(ore):
    """131 634,63, where the heading says kronor."""
    return shown.kronor(ore, _language()) if ore is not None and ore != "" else "–"


@register.filter
def to_the_ore(ore):
    """131 634,00: always two decimals, so that a column stands straight."""
    if ore is None or ore == "":
        return "–"
    written = shown.kronor(ore, _language())
    point = "." if _language() == "en" else ","
    return written if point in written else f"{written}{point}00"


@register.filter
def mkr(ore):
    """1 012 Mkr, 1,5 Mkr; below a tenth of a million in kronor, so that nothing is rounded away."""
    if ore is None or ore == "":
        return "–"
    millions = Fraction(ore, MILLION)
    if abs(ore) < MILLION // 10 or (millions * 1000).denominator != 1:
        return kronor(ore) if abs(ore) < 10 * MILLION else f"{shown.number(millions, 1, _language())}{SPACE}Mkr"
    return f"{shown.number(millions, 3, _language())}{SPACE}Mkr"
