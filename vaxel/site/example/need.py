"""Figures of need for the programmes: invented, and said to be so wherever they are shown."""

from vaxel.adoption.commands.need import confirm_need, fingerprint, judged
from vaxel.adoption.models import NeedSet
from vaxel.site.example.chance import draw

SOURCE = "Påhittade siffror för exemplet"


def need_of(thing, sweden, by):
    """One for each municipality and region, but for a few that have none: read and confirmed as any file is."""
    places = [one for one in sweden.places.values() if one.code and one.body_id not in sweden.county_ids.values()]
    rows = [[line, one.code, one.name, _figure(thing, one)] for line, one in enumerate(places, start=2)]
    found = NeedSet.objects.create(
        thing=thing,
        label=thing.need_indicator.partition(",")[0],
        unit="per 1 000 invånare",
        year=sweden.day.year - 1,
        source=SOURCE,
        file_name="behov-exempel.csv",
        rows=rows,
        by=by.person_id,
    )
    confirm_need(found, seen=fingerprint(judged(found)), by=by)


def _figure(thing, place):
    """Higher in some counties than in others, and a little higher where few live."""
    if draw("need", thing.name, place.code, "none") < 0.02:
        return ""
    small = 6 if place.people < 12_000 else 0
    value = 22 + small + 14 * draw("need", thing.name, place.county) + 22 * draw("need", thing.name, place.code)
    return f"{value:.1f}".replace(".", ",")
