"""The areas that an allocation is reckoned on: found by kind and day, and who of them share a stream."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from vaxel.funding.domain.areas import COUNTRY, Area
from vaxel.funding.domain.terms import Receivers, StreamTerms, TermsError
from vaxel.rounds.domain.sentence import _

At = Mapping[str, Area]  # by code


@dataclass(frozen=True)
class Listing:
    """All of one kind on one day, by code. Put in order and added up once, whatever the number of streams."""

    at: At

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        return tuple(self.at[code] for code in sorted(self.at))

    @cached_property
    def uncounted(self) -> Area | None:
        """The first whose people are not known."""
        return next((area for area in self.areas if area.population is None), None)

    @cached_property
    def people(self) -> tuple[int, ...]:
        """In the order of `areas`; whose people are not known has none here: ask for `uncounted` first."""
        return tuple(area.population or 0 for area in self.areas)

    @cached_property
    def total(self) -> int:
        return sum(self.people)

    @property
    def day(self) -> dt.date:
        return self.areas[0].reference_date


@dataclass(frozen=True)
class Register:
    by_kind: Mapping[str, Mapping[dt.date, Listing]]

    def kind_of(self, receivers: Receivers) -> str:
        """Statistics know counties; a region has its county's code and people. Its own rows come first, if any."""
        if receivers is Receivers.REGION and Receivers.REGION not in self.by_kind:
            return Receivers.COUNTY
        return receivers

    def days(self, kind: str) -> Mapping[dt.date, Listing]:
        return self.by_kind.get(kind, {})

    def country(self, day: dt.date) -> int | None:
        """The country's own row of that day, where there is one."""
        listing = self.days(COUNTRY).get(day)
        return listing.areas[0].population if listing else None


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
    return Register({kind: {day: Listing(at) for day, at in days.items()} for kind, days in by_kind.items()})


def sharing(stream: StreamTerms, found: Register) -> Listing:
    """All of the stream's kind at its reference date. Raises TermsError for an area that is listed, but not that day."""
    days = found.days(found.kind_of(stream.receivers))
    if not days:
        raise TermsError(
            _("Inriktningen ”%(stream)s” har ingen mottagare: bland folkmängderna finns ingen av slaget %(kind)s."),
            stream=stream.key, kind=stream.receivers,
        )  # fmt: skip
    if stream.reference_date is None:
        return _whenever(stream, days)
    listing = days.get(stream.reference_date)
    if listing is None:
        raise TermsError(
            _("Inriktningen ”%(stream)s” har ingen mottagare: folkmängder av slaget %(kind)s finns %(days)s, inte %(day)s."),
            stream=stream.key, kind=stream.receivers, day=stream.reference_date, days=_listed(days),
        )  # fmt: skip
    for other in days.values():
        absent(stream, {code: other.at[code] for code in other.at.keys() - listing.at.keys()})
    return listing


def absent(stream: StreamTerms, areas: At) -> None:
    for code in sorted(areas)[:1]:
        raise TermsError(
            _(
                "%(name)s (%(code)s) är upptagen, men inte den %(day)s som inriktningen ”%(stream)s” utgår från: "
                "lägg till raden eller ändra referensdatumet (reference_date)."
            ),
            name=areas[code].name, code=code, stream=stream.key, day=stream.reference_date,
        )  # fmt: skip


def _whenever(stream: StreamTerms, days: Mapping[dt.date, Listing]) -> Listing:
    """Without a date: the same receivers every day that is listed, as they were called last."""
    if len({frozenset(listing.at) for listing in days.values()}) > 1:
        raise TermsError(
            _("Inriktningen ”%(stream)s” behöver ett referensdatum (reference_date): mottagarna är inte desamma %(days)s."),
            stream=stream.key, days=_listed(days),
        )  # fmt: skip
    return days[max(days)]


def _listed(days: Iterable[dt.date]) -> str:
    """The last three are enough to see what is meant."""
    return ", ".join(str(day) for day in sorted(days)[-3:])
