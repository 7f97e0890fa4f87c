"""How an allocation is told: by which key, out of what, and what the differences are made of."""

import datetime as dt

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vaxel.calendar.domain.phrases import day_of_month
from vaxel.funding.domain.keys import Source
from vaxel.funding.domain.lines import Line, NamedLine
from vaxel.funding.domain.scenario import counted
from vaxel.funding.domain.terms import Allocation
from vaxel.funding.explained import COUNTED
from vaxel.funding.templatetags.kronor import kronor
from vaxel.network.wording import listed
from vaxel.rounds.commands.drafting import in_words
from vaxel.ui.templatetags.numbers import SPACE, count


def by_which_key(stream) -> str:
    """ "folkmängd 31 december 2019" – the key with its day, as a decision names it."""
    match stream["allocation"]:
        case Allocation.POPULATION:
            return _("folkmängd %(day)s") % {"day": said_day(stream)}
        case Allocation.BASE_AND_POPULATION:
            return _("grundbelopp %(base)s till var och en, resten efter folkmängd %(day)s") % {
                "base": kronor(stream["base_ore"]), "day": said_day(stream),
            }  # fmt: skip
        case Allocation.EQUAL:
            return _("lika till var och en")
        case Allocation.SHARES:
            return _("andelar enligt tabell")
    return _("belopp enligt överenskommelsen")


def said_day(stream):
    day = stream["reference_date"]
    return day_of_month(dt.date.fromisoformat(day), get_language()) if day else ""


def out_of_what(stream) -> str:
    """The denominator and whence it comes."""
    said = {"n": count(stream["denominator"])}
    match stream["denominator_source"]:
        case Source.COUNTRY:
            return _("Nämnaren är rikets folkmängd, %(n)s (SCB).") % said
        case Source.SUM:
            return _("Nämnaren är mottagarnas folkmängd tillsammans, %(n)s (SCB).") % said
        case Source.NUMBER:
            return _("Delas på %(n)s mottagare.") % said
        case Source.PARTS:
            return _("Nämnaren är andelarnas summa, %(n)s.") % said
    return _("Beloppen är inte uträknade utan står i överenskommelsen.")


def differences_of(lines) -> list[str]:
    """Each named part of the difference between a pot and what is under it."""
    return [in_words(NamedLine(Line(one["line"]), one["amount_ore"], "", one["people"]).sentence) for one in lines]


def formula(stream, share) -> str:
    """ "200 000 000 kr × 6 792 / 10 319 473 = 131 634,63 kr" """
    said = {
        "pot": kronor(stream["pot_ore"]),
        "people": count(share["population"]),
        "whole": count(stream["denominator"]),
        "sum": kronor(share["share_ore"]),
    }
    match stream["allocation"]:
        case Allocation.POPULATION:
            return _("%(pot)s × %(people)s / %(whole)s = %(sum)s") % said
        case Allocation.BASE_AND_POPULATION:
            number = len(stream["shares"])
            said |= {
                "base": kronor(stream["base_ore"]),
                "rest": kronor(stream["pot_ore"] - number * stream["base_ore"]),
            }
            return _("%(base)s + %(rest)s × %(people)s / %(whole)s = %(sum)s") % said
        case Allocation.EQUAL:
            return _("%(pot)s / %(whole)s = %(sum)s") % said
        case Allocation.SHARES:
            said |= {"parts": count(stream["parts"].get(share["code"], 0))}
            return _("%(pot)s × %(parts)s / %(whole)s = %(sum)s") % said
    return _("%(sum)s, som det står i överenskommelsen") % said


def paid_against_pot(sharing) -> str:
    """ "Det är precis potten." or how much more or less, and why."""
    difference = sharing.outputs["difference_ore"]
    if not difference:
        return _("Det är potten, på kronan.")
    said = {"sum": kronor(abs(difference)), "pot": kronor(sharing.pot_ore)}
    if difference < 0:
        return _("Det är %(sum)s mer än potten, %(pot)s.") % said
    return _("Det är %(sum)s mindre än potten, %(pot)s.") % said


def counted_kinds(sharing) -> list[str]:
    """ "290 kommuner", "21 regioner" """
    numbers = {kind: sum(one["kind"] == kind for one in sharing.outputs["payouts"]) for kind in sharing.kinds}
    return [str(COUNTED[kind] % {"n": number}).replace(" ", SPACE, 1) for kind, number in numbers.items()]


def changes_said(changes) -> str:
    """ "21 får mindre" – how many get more and how many less, as a sentence's end."""
    more, less, same = counted(changes)
    parts = [
        _("%(more)s får mer") % {"more": count(more)} if more else "",
        _("%(less)s får mindre") % {"less": count(less)} if less else "",
        _("%(same)s lika mycket") % {"same": count(same)} if same else "",
    ]
    return listed([one for one in parts if one])
