"""The stems of a signal are of its words as they now stand."""

from vaxel.signals.domain.stems import stems_of
from vaxel.signals.models import Signal


def stems_as_kept(title, text) -> str:
    return " ".join(sorted(stems_of(f"{title} {text}")))


def forget_stems(touched, **_kwargs):
    """Words were taken out of some signals by decision (vaxel/privacy)."""
    for one in Signal.objects.filter(pk__in=touched.get("signals.Signal", ())):
        Signal.objects.filter(pk=one.pk).update(stems=stems_as_kept(one.title, one.text))
