from vaxel.network.actor import NOBODY, ActiveMandate, Actor
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Identity, Mandate, Person


def actor_of(user, *, day, chosen=None, only=None) -> Actor:
    """The person behind a login with the mandates of that day; `chosen` is the id of the one in use, if still held.

    With `only`, the others do not exist, neither for doing nor for reading.
    """
    person = Person.objects.filter(user=user, erased_at=None).first()
    if person is None:
        return NOBODY
    mandates = tuple(mandate for mandate in _active(person, day) if only in {None, mandate.id})
    current = next((mandate for mandate in mandates if mandate.id == chosen), mandates[0] if mandates else None)
    return Actor(person_id=person.public_id, name=person.name, mandates=mandates, current=current)


def actor_of_mandate(mandate_id, *, day) -> Actor:
    """Whoever holds the mandate that day, with it alone: for what is done on a program's behalf. Nobody if nobody does."""
    mandate = Mandate.objects.at(day).select_related("person").filter(pk=mandate_id, person__erased_at=None).first()
    if mandate is None or mandate.person is None:
        return NOBODY
    held = next(one for one in _active(mandate.person, day) if one.id == mandate_id)
    return Actor(mandate.person.public_id, mandate.person.name, (held,), held)


def _active(person, day):
    rows = list(Mandate.objects.at(day).filter(person=person).order_by("deputy", "valid_from", "id"))
    names = dict(Identity.objects.at(day).filter(body__in=[row.body_id for row in rows]).values_list("body_id", "name"))
    for row in rows:
        yield ActiveMandate(row.id, row.body_id, names.get(row.body_id, ""), Role(row.role), row.title, row.deputy)
