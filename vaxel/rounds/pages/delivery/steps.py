"""The three steps at the top of the page: read, answer, decide and send."""

from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.calendar.domain.phrases import moment
from vaxel.rounds.domain.answers import settled
from vaxel.rounds.domain.state import DONE, Step, outcome
from vaxel.rounds.pages.delivery.found import questions_of
from vaxel.rounds.pages.delivery.stage import WRITING, Stage
from vaxel.rounds.queries.story import latest
from vaxel.ui.templatetags.numbers import in_words_capital

DONE_, NOW, LATER = "done", "now", "later"


def stepper(delivery, stage, told, context):
    """[{label, text, state}] for ui's stepper; a mailing has one step."""
    read = _read(delivery, told, context)
    if stage == Stage.READ:
        return [read]
    said = outcome(delivery.state) in DONE
    answer = {
        "label": _("Svara"),
        "text": _answer(delivery, stage, context["writing"]),
        "state": _answer_state(stage, said),
        "url": "#svara" if stage in WRITING else "",
    }
    send = {"label": _("Besluta och skicka"), "text": _send(delivery, stage), "state": _send_state(stage, said)}
    if read["state"] == NOW:
        answer["state"] = LATER if answer["state"] == NOW else answer["state"]
    return [read, answer, send]


def _read(delivery, told, context):
    confirmed = latest(told, Step.RECEIVED) or latest(
        told, Step.ANSWERED, Step.NOTHING_TO_REPORT, Step.DECLINED, Step.ADOPTED
    )
    parts = [_documents(context["documents"]), _files(context["question_files"]), _confirmed(confirmed)]
    text = format_html_join(" ", "{}", [(part,) for part in parts if part])
    return {"label": _("Läs"), "text": text, "state": DONE_ if confirmed else NOW}


def _documents(documents):
    if not documents:
        return ""
    said = ngettext("%(n)s dokument", "%(n)s dokument", len(documents)) % {"n": in_words_capital(len(documents), "ett")}
    pages = [document["pages"] for document in documents]
    if all(pages):
        said += ", " + ngettext("%(n)s sida", "%(n)s sidor", sum(pages)) % {"n": sum(pages)}
    return f"{said}."


def _files(files):
    if not files:
        return ""
    links = format_html_join(_(" eller "), '<a href="{}">{}</a>', [(file["url"], file["label"]) for file in files])
    return format_html(_("Frågorna som {}."), links)


def _confirmed(told):
    if told is None:
        return ""
    values = {"when": moment(told.at, today(), get_language() or "sv"), "who": told.who}
    if told.step != Step.RECEIVED:
        return ""
    if told.for_them:
        return _("Registrerat av %(who)s %(when)s.") % {**values, "who": told.for_them}
    if told.by_link:
        return _("Mottagandet bekräftades %(when)s via länk, skickad till %(to)s.") % {**values, "to": told.by_link}
    if not told.who:
        return _("Mottagandet bekräftades %(when)s.") % values
    return _("Mottagandet bekräftades av %(who)s %(when)s.") % values


def _answer(delivery, stage, writing):
    questions = questions_of(delivery)
    total = len(questions)
    if stage in WRITING and writing:
        said = len(settled(questions, writing.values))
        return _("%(said)s av %(total)s frågor har svar.") % {"said": said, "total": total}
    if stage == Stage.WRITE:
        return ngettext("En fråga.", "%(n)s frågor.", total) % {"n": in_words_capital(total)}
    return ""


def _answer_state(stage, said):
    if stage in WRITING:
        return NOW
    return DONE_ if said or stage == Stage.FOR_DECISION else LATER


def _send(delivery, stage):
    if stage == Stage.FOR_DECISION:
        return _("Svaret väntar på beslut hos er.")
    if stage not in WRITING and outcome(delivery.state) in DONE:
        return _("Skickat. Kvittensen finns här.")
    if delivery.decides_in_two_steps:
        return _("Attestanten hos er beslutar. Ingen annan godkänner ert svar. Ni får kvittens direkt.")
    return _(
        "Ni beslutar själva; ingen annan godkänner ert svar. Det sammanställs nivå för nivå. Ni får kvittens direkt."
    )


def _send_state(stage, said):
    if stage == Stage.FOR_DECISION:
        return NOW
    return DONE_ if said and stage not in WRITING else LATER
