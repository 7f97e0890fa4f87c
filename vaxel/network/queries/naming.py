"""Which body someone means by a name, a code or "kind:code"."""

from django.utils.translation import gettext as _

from vaxel.network.domain.kinds import Kind
from vaxel.network.domain.names import fold
from vaxel.network.models import Body
from vaxel.network.queries.asof import at
from vaxel.network.queries.search import search
from vaxel.ui.refusal import Refusal


def body_meant(text, day) -> Body:
    """Refused unless exactly one body of the day is called so: 20 is a county and a region."""
    named = _by_key(text, day)
    if named:
        return named
    hits = [hit for hit in search(text, day, limit=8) if not hit.ended]
    whole = [hit for hit in hits if fold(text) in {fold(hit.name), fold(hit.short_name), fold(hit.code)}]
    if len(whole) == 1:
        return Body.objects.get(pk=whole[0].body_id)
    raise Refusal(_("Ingen aktör, eller flera, heter ”%(text)s”. %(hint)s") % {"text": text, "hint": _hint(hits)})


def _by_key(text, day):
    kind, colon, code = text.partition(":")
    if not colon:
        return None
    known = Body.objects.filter(reference_key=text).first()
    return known or (at(day).by_code(kind, code) if kind in set(Kind) else None)


def _hint(hits):
    if not hits:
        return _("Har ni läst in nätverket? vaxel reference load")
    near = ", ".join(f"{hit.name} ({hit.kind}:{hit.code})" if hit.code else hit.name for hit in hits)
    return _("Menar ni någon av dessa? %(near)s") % {"near": near}
