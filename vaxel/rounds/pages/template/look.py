"""What the builder shows: the questions as they are asked, what is left to mend, the versions and their use."""

from django.utils.translation import gettext as _

from vaxel.rounds.domain.template import check, parse
from vaxel.rounds.forms.answer_form import AnswerForm
from vaxel.rounds.forms.cards import sections_of
from vaxel.rounds.forms.saying import say
from vaxel.rounds.forms.types import TYPES
from vaxel.rounds.models import Round
from vaxel.rounds.pages.template.opened import editor
from vaxel.rounds.pages.template.twin import told
from vaxel.rounds.permissions import creates_round, edits_template
from vaxel.rounds.queries.twins import twins


def look(request, template, *, open_id="", form=None) -> dict:
    """`?version=` shows an earlier one. `form` is a posted editor with something to mend."""
    versions = list(template.versions.order_by("-number"))
    latest = versions[0]
    version = next((one for one in versions if str(one.number) == request.GET.get("version")), latest)
    questions = parse(version.content)
    tried = "prova" in request.GET
    edits = not tried and _edits(request.actor, template, version, latest)
    problems = check(version.content) if edits else []
    return {
        "template": template,
        "version": version,
        "latest": latest,
        "versions": versions,
        "edits": edits,
        "tried": tried,
        "owns": edits_template(request.actor, template),
        "may_copy": creates_round(request.actor),
        "sections": sections_of(questions, AnswerForm(questions)),
        "total": len(questions),
        "twins": told(twins(template, questions, request.actor)) if edits else [],
        "problems": [_problem(problem, questions) for problem in problems],
        "wrong": {problem.where for problem in problems},
        "types": [(str(kind), name, when) for kind, (name, when) in TYPES.items()],
        "open_id": open_id if edits else "",
        "editor": (form or editor(version, open_id)) if edits and open_id else None,
        "removed": _removed(version.content) if edits else "",
        "used_in": _used_in(request.actor, template),
    }


def _edits(actor, template, version, latest):
    """Only the latest version, until a round has used it or the template is put away."""
    return edits_template(actor, template) and version == latest and not (version.frozen_at or template.archived_at)


def _problem(problem, questions):
    numbers = {question.id: number for number, question in enumerate(questions, 1)}
    if problem.where in numbers:
        where = _("Fråga %(number)s") % {"number": numbers[problem.where]}
    else:
        where = _("Avsnitt") if problem.where else ""
    return {"where": where, "id": problem.where, "text": say(problem.sentence)}


def _removed(content):
    """The words of what was removed last, to undo."""
    if not content.get("removed"):
        return ""
    item = content["removed"][-1]["item"]
    return item.get("label") or item.get("title") or _("utan text")


def _used_in(actor, template):
    """Rounds that ask these questions, among those the reader may see; the newest first."""
    rounds = Round.objects.visible_to(actor).filter(template_version__template=template).exclude(sent_at=None)
    return list(rounds.select_related("template_version").order_by("-sent_at")[:10])
