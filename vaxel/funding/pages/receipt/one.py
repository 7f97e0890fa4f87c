"""What one receiver gets, and how each sum of its own was reckoned: by hand, to the öre."""

from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.funding.domain.terms import Level, Rounding
from vaxel.funding.pages.sums import by_which_key, formula
from vaxel.funding.queries.areas import codes_of
from vaxel.funding.templatetags.kronor import kronor


def own_of(actor, sharing):
    """The reader's own body, if it is among the receivers."""
    if actor.body_id is None:
        return None
    for kind in sharing.kinds:
        code = codes_of(kind, today()).get(actor.body_id)
        if code and (kind, code) in sharing.names:
            return (kind, code)
    return None


def story_of(agreement, sharing, key):
    kind, code = key
    shares = [
        {"stream": stream, "share": share, "key": by_which_key(stream), "formula": formula(stream, share)}
        for stream in sharing.of_kind(kind)
        for share in stream["shares"]
        if share["code"] == code
    ]
    line = next(line for line in sharing.lines(kind) if line.code == code)
    return {
        "name": line.name,
        "line": line,
        "shares": shares,
        "sentence": _("%(name)s får %(sum)s.") % {"name": line.name, "sum": kronor(line.payout_ore)},
        "rounded": _rounded(agreement, line),
    }


def _rounded(agreement, line):
    said = {"share": kronor(line.share_ore), "sum": kronor(line.payout_ore)}
    if line.share_ore == line.payout_ore:
        return _("Tillsammans %(share)s, som betalas ut.") % said
    if agreement.rounding == Rounding.NEAREST and agreement.level == Level.DIRECT:
        return _("Tillsammans %(share)s. Summan avrundas en gång, till %(sum)s.") % said
    if agreement.rounding == Rounding.NEAREST:
        return _("Tillsammans %(share)s. Länets summa avrundas först, sedan delarna inom länet: %(sum)s.") % said
    return _("Tillsammans %(share)s. Avrundat så att allas summa blir potten: %(sum)s.") % said
