"""What the buttons of the builder mean: "add:s1:money", "up:q1", "save:q1". Each is one pure step of editing."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from vaxel.rounds.domain import editing
from vaxel.rounds.queries.twins import question_in_use
from vaxel.ui.refusal import Refusal


@dataclass(frozen=True)
class Target:
    """Where the page goes afterwards; `open` opens it for writing."""

    id: str = ""
    open: bool = False


def apply(content, do, open_id, form):
    """(content, target). The open question's words go first."""
    if form is not None and open_id:
        content = editing.write(content, open_id, form.changes())
    verb, _mark, rest = do.partition(":")
    return _ACTS.get(verb, _unknown)(content, rest)


def refusal_of_place():
    return Refusal(
        _("Frågan finns inte längre i mallen: någon annan har tagit bort den. Ingenting är ändrat."), status=409
    )


def _unknown(content, rest):
    raise Refusal(_("Sidan känner inte igen vad som skulle göras. Ladda om den och försök igen."), status=400)


def _add(content, rest):
    section, _mark, kind = rest.partition(":")
    try:
        content, new = editing.add_question(content, section, kind)
    except ValueError:
        return _unknown(content, rest)
    return content, Target(new, open=True)


def _section(content, rest):
    content, new = editing.add_section(content)
    return content, Target(new, open=True)


def _move(steps):
    return lambda content, item: (editing.move(content, item, steps), Target(item))


def _copy(content, item):
    label = editing.find(content, item).get("label", "")
    content, new = editing.duplicate(content, item, _("%(label)s (kopia)") % {"label": label} if label else "")
    return content, Target(new, open=True)


def _take(content, rest):
    """ "take:<one's own question>:<their version>:<their question>"."""
    own, _mark, theirs = rest.partition(":")
    version, _mark, wanted = theirs.partition(":")
    question = question_in_use(int(version), wanted) if version.isascii() and version.isdigit() else None
    if question is None:
        return _unknown(content, rest)
    return editing.take_over(content, own, question), Target(wanted)


def _undo(content, rest):
    content, back = editing.restore(content)
    return content, Target(back)


_ACTS = {
    "save": lambda content, item: (content, Target(item)),
    "open": lambda content, item: (content, Target(item, open=True)),
    "add": _add,
    "section": _section,
    "up": _move(-1),
    "down": _move(1),
    "copy": _copy,
    "take": _take,
    "remove": lambda content, item: (editing.remove(content, item), Target("borttaget")),
    "undo": _undo,
}
