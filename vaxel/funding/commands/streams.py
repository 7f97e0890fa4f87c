"""The streams of a draft: pots, receivers, keys, and the amounts or parts that no rule computes."""

from django.utils.text import slugify
from django.utils.translation import gettext as _

from vaxel.funding.commands.holding import changing
from vaxel.funding.domain.terms import Allocation, Receivers
from vaxel.funding.models import Stream, StreamAmount
from vaxel.ui.refusal import Refusal

FIELDS = frozenset("key title purpose pot_ore receivers allocation reference_date base_ore place".split())
BY_POPULATION = frozenset({Allocation.POPULATION, Allocation.BASE_AND_POPULATION})


def save_stream(agreement, *, by, stream=None, **fields) -> Stream:
    """A new stream, or `stream` with these fields changed. The key is made from the title where none is given."""
    with changing(agreement, by=by, stream=fields.get("key", stream.key if stream else "")) as now:
        made = now.streams.get(pk=stream.pk) if stream else Stream(agreement=now, place=now.streams.count())
        _write(made, fields)
        made.save()
    return made


def _write(stream, fields):
    if unknown := set(fields) - FIELDS:
        raise TypeError(f"a stream has no {sorted(unknown)} to write")
    for name, value in fields.items():
        setattr(stream, name, value)
    stream.title = stream.title.strip()
    if not stream.title:
        raise Refusal(_("Skriv vad inriktningen heter."), field="title")
    stream.key = stream.key or slugify(stream.title)[:40].strip("-")
    stream.receivers, stream.allocation = Receivers(stream.receivers), Allocation(stream.allocation)
    _check_pot(stream)
    if stream.agreement.streams.filter(key=stream.key).exclude(pk=stream.pk).exists():
        raise Refusal(_("Det finns redan en inriktning med nyckeln ”%s”. Välj en annan.") % stream.key, field="key")


def _check_pot(stream):
    if stream.pot_ore < 0:
        raise Refusal(_("Potten kan inte vara mindre än noll."), field="pot_ore")
    if not 0 <= stream.base_ore <= stream.pot_ore:
        raise Refusal(_("Grundbeloppet kan inte vara större än potten."), field="base_ore")
    if stream.allocation in BY_POPULATION and stream.reference_date is None:
        raise Refusal(_("Välj vilken dags folkmängd medlen fördelas efter."), field="reference_date")
    if stream.allocation != Allocation.BASE_AND_POPULATION:
        stream.base_ore = 0
    if stream.allocation not in BY_POPULATION:
        stream.reference_date = None


def drop_stream(stream, *, by) -> None:
    with changing(stream.agreement, by=by, stream=stream.key):
        stream.delete()


def set_amounts(stream, amounts, *, by) -> Stream:
    """`amounts`: {body id: öre} where amounts are entered, {body id: parts} where there is a share table."""
    parts = stream.allocation == Allocation.SHARES
    if any(value < 0 for value in amounts.values()):
        raise Refusal(_("Ett belopp kan inte vara mindre än noll."), field="amounts")
    with changing(stream.agreement, by=by, amounts=stream.key):
        stream.amounts.all().delete()
        StreamAmount.objects.bulk_create(
            StreamAmount(stream=stream, body_id=body, **{"parts" if parts else "amount_ore": value})
            for body, value in amounts.items()
        )
    return stream
