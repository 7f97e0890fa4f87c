"""Terms out of an agreement's TOML file, to the last word: what is not known is refused with its line.

name = "ÖK psykisk hälsa 2020"
year = 2020
[payout]
rounding = "nearest"
[[stream]]
key = "handlingsplaner"
pot_kr = 200_000_000
receivers = "municipality"
allocation = "population"
reference_date = 2019-11-01
"""

import re
import tomllib
from collections.abc import Mapping
from typing import Any  # what a TOML file may hold

from vaxel.funding.domain.terms import Level, Rounding, StreamTerms, Terms, TermsError
from vaxel.funding.domain.toml_lines import lines_of
from vaxel.funding.domain.toml_stream import stream_of
from vaxel.funding.domain.toml_values import Values
from vaxel.rounds.domain.sentence import _

LINE = re.compile(r"at line (\d+)")
PAYOUT = ("unit_kr", "rounding", "level")


def read_terms(text: str, file: str) -> Terms:
    """`file` is what the sentences call it. Raises TermsError."""
    top = Values(_parsed(text, file), file, lines_of(text))
    top.only("name", "year", "payout", "stream", *PAYOUT)
    in_table = top.table("payout") if "payout" in top.found else top
    if in_table is not top:
        in_table.only(*PAYOUT)
    unit, rounding, level = (_where(word, top, in_table) for word in PAYOUT)
    return Terms(
        top.text("name"),
        _year(top),
        _streams(top),
        rounding.word("rounding", Rounding),
        level.word("level", Level, default=Level.DIRECT),
        _unit_ore(unit),
    )


def _where(word: str, top: Values, in_table: Values) -> Values:
    """How payouts are made may be said under [payout] or beside name and year, but not in both."""
    if in_table is not top and word in top.found and word in in_table.found:
        in_table.refuse(_("%(file)s rad %(line)s: %(word)s står även utanför [payout], ta bort det ena."), word)
    return top if word in top.found else in_table


def _unit_ore(payout: Values) -> int:
    unit = payout.whole("unit_kr", default=1)
    if unit < 1:
        payout.refuse(_("%(file)s rad %(line)s: unit_kr ska vara 1 eller mer."), "unit_kr")
    return unit * 100


def _parsed(text: str, file: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise TermsError(_("%(file)s går inte att läsa som TOML: den har för många parenteser i varandra."), file=file)
    except ValueError as error:  # TOMLDecodeError, and a number of more figures than Python reads
        raise _unreadable(str(error), text, file) from None


def _unreadable(said: str, text: str, file: str) -> TermsError:
    found = LINE.search(said)
    line = int(found[1]) if found else len(text.splitlines()) or 1
    if "verwrite" in said or "twice" in said or "mutate" in said:
        return TermsError(_("%(file)s rad %(line)s: samma ord står två gånger, ta bort det ena."), file=file, line=line)
    return TermsError(
        _(
            "%(file)s rad %(line)s går inte att läsa som TOML: text ska stå inom citattecken, tal utan mellanslag och "
            "ord och värde skilda av =."
        ),
        file=file,
        line=line,
    )


def _year(top: Values) -> int:
    year = top.whole("year")
    if not 1900 <= year <= 2999:
        top.refuse(_("%(file)s rad %(line)s: year ska vara ett årtal med fyra siffror."), "year")
    return year


def _streams(top: Values) -> tuple[StreamTerms, ...]:
    read: dict[str, StreamTerms] = {}
    for values in top.tables("stream"):
        stream = stream_of(values)
        if stream.key in read:
            values.refuse(
                _("%(file)s rad %(line)s: två inriktningar heter ”%(stream)s”, ge den ena ett annat namn i key."),
                "key",
                stream=stream.key,
            )
        read[stream.key] = stream
    return tuple(read.values())
