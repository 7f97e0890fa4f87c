"""The areas that an allocation is reckoned on: found by kind and day, and who of them share a stream."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vaxel.funding.domain.areas import COUNTRY, Area
from vaxel.funding.domain.terms import Receivers, StreamTerms, TermsError
from vaxel.rounds.domain.sentence import _

At = Mapping[str, Area]  # by code


@dataclass(frozen=True)
class Register:
    by_kind: Mapping[str, Mapping[dt.date, At]]

    def kind_of(self, receivers: Receivers) -> str:
        """Statistics know counties; a region has its county's code and people. Its own rows come first, if any."""
        if receivers is Receivers.REGION and Receivers.REGION not in self.by_kind:
            return Receivers.COUNTY
        return receivers

    def days(self, kind: str) -> Mapping[dt.date, At]:
        return self.by_kind.get(kind, {})

    def country(self, day: dt.date) -> int | None:
        """The country's own row of that day, where there is one."""
        return next((area.population for area in self.days(COUNTRY).get(day, {}).values()), None)


def register(areas: Iterable[Area]) -> Register:
    """Raises TermsError where one area stands twice at one day: nobody can tell which row is right."""
    by_kind: dict[str, dict[dt.date, dict[str, Area]]] = {}
    for area in areas:
        at = by_kind.setdefault(area.kind, {}).setdefault(area.reference_date, {})
        if area.code in at or (area.kind == COUNTRY and at):
            raise TermsError(
                _("%(name)s (%(code)s) har två folkmängder den %(day)s: ta bort den ena raden."),
                name=area.name, code=area.code, day=area.reference_date,
            )  # fmt: skip
        if area.population is not None and area.population < 0:
            raise TermsError(
                _("%(name)s (%(code)s) har en negativ folkmängd den %(day)s: rätta raden."),
                name=area.name, code=area.code, day=area.reference_date,
            )  # fmt: skip
        at[area.code] = area
    return Register(by_kind)


def sharing(stream: StreamTerms, found: Register) -> At:
    """All of the stream's kind at its reference date. Raises TermsError for an area that is listed, but not that day."""
    days = found.days(found.kind_of(stream.receivers))
    if not days:
        raise TermsError(
            _("Strömmen ”%(stream)s” har ingen mottagare: bland folkmängderna finns ingen av slaget %(kind)s."),
            stream=stream.key, kind=stream.receivers,
        )  # fmt: skip
    if stream.reference_date is None:
        return _whenever(stream, days)
    at = days.get(stream.reference_date)
    if at is None:
        raise TermsError(
            _("Strömmen ”%(stream)s” har ingen mottagare: folkmängder av slaget %(kind)s finns %(days)s, inte %(day)s."),
            stream=stream.key, kind=stream.receivers, day=stream.reference_date, days=_listed(days),
        )  # fmt: skip
    absent(stream, {code: area for one in days.values() for code, area in one.items() if code not in at})
    return at


def absent(stream: StreamTerms, areas: At) -> None:
    for code in sorted(areas)[:1]:
        raise TermsError(
            _(
                "%(name)s (%(code)s) är upptagen, men inte den %(day)s som strömmen ”%(stream)s” utgår från: "
                "lägg till raden eller ändra referensdatumet (reference_date)."
            ),
            name=areas[code].name, code=code, stream=stream.key, day=stream.reference_date,
        )  # fmt: skip


def _whenever(stream: StreamTerms, days: Mapping[dt.date, At]) -> At:
    """Without a date: the same receivers every day that is listed, as they were called last."""
    if len({frozenset(at) for at in days.values()}) > 1:
        raise TermsError(
            _("Strömmen ”%(stream)s” behöver ett referensdatum (reference_date): mottagarna är inte desamma %(days)s."),
            stream=stream.key, days=_listed(days),
        )  # fmt: skip
    return days[max(days)]


def _listed(days: Iterable[dt.date]) -> str:
    """The last three are enough to see what is meant."""
    return ", ".join(str(day) for day in sorted(days)[-3:])
