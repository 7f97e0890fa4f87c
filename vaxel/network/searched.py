"""What search finds of the network: every body and unit, by its names and codes of any day, and by where it lies; and
what a county has agreed.
"""

from collections import defaultdict

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vaxel import search
from vaxel.network.domain.kinds import Kind, Tree
from vaxel.network.models import Body, Closure, CountyAgreement, Identity
from vaxel.network.permissions import agreements_seen_by
from vaxel.network.wording import kind_name

AT_ONCE = 1000
NAME = "network.body"


def documents(ids):
    """Names of every day: nothing here changes because a day has passed."""
    wanted = Body.objects.order_by("id").values_list("id", "kind")
    rows = list(wanted if ids is None else wanted.filter(pk__in=ids))
    for start in range(0, len(rows), AT_ONCE):
        yield from _documents(dict(rows[start : start + AT_ONCE]))


def _documents(kinds):
    above = _above(kinds)
    names = _names({*kinds, *(one for places in above.values() for one in places)})
    for body, kind in kinds.items():
        if body in names:
            yield _document(body, kind, names, above[body])


def where(bodies):
    """Body → what it is called and where it has lain, in words: "Mora kommun, Dalarnas län"."""
    above = _above(bodies)
    names = _names({*bodies, *(one for places in above.values() for one in places)})
    return {body: ", ".join(_places([body, *above[body]], names)) for body in bodies}


def at_or_below(bodies):
    """Those of which `where` may say something else once these have changed."""
    return {*bodies, *Closure.objects.filter(ancestor__in=bodies).values_list("descendant", flat=True).distinct()}


def _places(bodies, names):
    return dict.fromkeys(_latest(names[one]).name for one in bodies if one in names)


def _document(body, kind, names, above):
    own = sorted(names[body], key=lambda name: (name.kind == kind, name.valid_to, name.valid_from))
    said = {text for name in own for text in (name.name, name.short_name, name.code, *name.also_called.split(";"))}
    return search.Document(
        id=body,
        title=own[-1].name,
        also=" | ".join([*sorted(filter(None, said)), str(kind_name(kind))]),
        text=", ".join(_places(above, names)),
        kind=kind,
    )


def _latest(names):
    return max(names, key=lambda name: (name.valid_to, name.valid_from, name.pk))


def _above(bodies):
    """Body → what has lain above it, the nearest first; the nation is above all and says nothing."""
    found = defaultdict(dict)
    rows = Closure.objects.filter(tree=Tree.GOVERNANCE, descendant__in=bodies).exclude(ancestor__kind=Kind.NATION)
    for body, ancestor in rows.order_by("depth", "ancestor").values_list("descendant", "ancestor"):
        found[body][ancestor] = True
    return found


def _names(bodies):
    found = defaultdict(list)
    for name in Identity.objects.filter(body__in=bodies).order_by("id"):
        found[name.body_id].append(name)
    return found


def _with_those_below(ids):
    """A name or a place that has changed is said of all that lies below too; below what is new lies what is new."""
    known = search.kept(NAME, ids)
    new = [one.id for one in documents(list(known)) if known[one.id] != [one.title, one.text]]
    return [*ids, *Closure.objects.filter(ancestor__in=new).values_list("descendant", flat=True).distinct()]


def _everyone(_ids):
    return Body.objects.values_list("id", flat=True)


BODIES = search.Source(
    NAME,
    label=_("Aktörer och enheter"),
    read=documents,
    address=lambda entry: reverse("body", args=[entry.object_id]),
    describe=lambda entry: kind_name(entry.kind),
    touched_by={NAME: _with_those_below, "network.reference": _everyone},
)


def _agreements(ids):
    rows = CountyAgreement.objects.order_by("id")
    rows = list(rows if ids is None else rows.filter(pk__in=ids))
    places = where({row.county_id for row in rows})
    for row in rows:
        said = (places[row.county_id], row.text)
        yield search.Document(
            id=row.pk, title=row.title, text=" · ".join(filter(None, said)), day=row.valid_from, within=row.county_id
        )


def _agreed_in(bodies):
    return CountyAgreement.objects.filter(county__in=at_or_below(bodies)).values_list("id", flat=True)


AGREEMENTS = search.Source(
    "network.countyagreement",
    label=_("Länsöverenskommelser"),
    read=_agreements,
    visible_to=lambda actor: agreements_seen_by(actor).values("pk"),
    address=lambda entry: reverse("agreement", args=[entry.object_id]),
    touched_by={"network.countyagreement": lambda ids: ids, NAME: _agreed_in},
)
