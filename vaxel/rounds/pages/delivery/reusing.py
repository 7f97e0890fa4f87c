"""Ask once, as the form posts it: `again` accepts earlier answers, `undo` gives back what was accepted.

`carried` names the questions that a script has filled with an earlier answer: marked only if the value is that answer's.
"""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.rounds.queries.answers import begun_from
from vaxel.rounds.queries.earlier import carried_over, earlier_answers
from vaxel.ui.templatetags.numbers import in_words_capital

ALL = "all"


@dataclass(frozen=True)
class Reused:
    """`carried`: question id → the answer it came from; `place` is the question to go on with."""

    changes: dict[str, Any] = field(default_factory=dict)
    carried: dict[str, int] = field(default_factory=dict)
    told: str = ""
    place: str = ""


def reuse(delivery, form, changes, posted) -> Reused:
    """`changes` are what the body has written in the same form."""
    if asked := posted.get("undo"):
        return _given_back(delivery, asked)
    asked, filled = posted.get("again"), posted.getlist("carried")
    if not asked and not filled:
        return Reused()
    earlier = earlier_answers(delivery, form.questions)
    taken = _accepted(asked, earlier, form.values | changes)
    same = {key for key in filled if key in earlier and changes.get(key) == earlier[key].value}
    answers = {key: earlier[key].source.answer_id for key in (*taken, *same)}
    carried = {key: answer for key, answer in answers.items() if answer is not None}
    return Reused(taken, carried, _told(taken), _next(asked, earlier, form, changes))


def _accepted(asked, earlier, written):
    """One question's, or all where nothing is answered."""
    if asked == ALL:
        return {key: one.value for key, one in earlier.items() if written.get(key) is None}
    return {asked: earlier[asked].value} if asked in earlier else {}


def _told(taken):
    words = {"n": in_words_capital(len(taken))}
    return (
        ngettext(
            "%(n)s svar är hämtat från tidigare. Läs igenom det innan ni skickar.",
            "%(n)s svar är hämtade från tidigare. Läs igenom dem innan ni skickar.",
            len(taken),
        )
        % words
        if taken
        else ""
    )


def _next(asked, earlier, form, changes):
    """The next question that has something to offer, else the one just filled."""
    ids = [question.id for question in form.questions]
    if asked not in ids:
        return "svara"
    after = ids[ids.index(asked) + 1 :]
    written = form.values | changes
    return next((key for key in after if key in earlier and written.get(key) is None), asked)


def _given_back(delivery, asked):
    begun = begun_from(delivery)
    marked = carried_over(begun) if begun else {}
    back = marked if asked == ALL else [asked] if asked in marked else []
    return Reused(dict.fromkeys(back), {}, _("Det hämtade är borttaget igen.") if back else "", "svara")
