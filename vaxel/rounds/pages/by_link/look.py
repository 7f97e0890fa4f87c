"""What the page by a link shows: this part of this round, and nothing of anyone else's."""

from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _

from vaxel.rounds.by_link import last_day_of
from vaxel.rounds.domain.kinds import OWN_HAND
from vaxel.rounds.domain.state import DONE, Flag, Outcome, Step, outcome
from vaxel.rounds.models.delivery import idempotency_key
from vaxel.rounds.pages.delivery.look import form_look, head
from vaxel.rounds.pages.delivery.reading import FORMATS, answer_lines, documents
from vaxel.rounds.pages.delivery.sections import shown_by_link
from vaxel.rounds.pages.delivery.stage import WRITING, Stage, stage_of
from vaxel.rounds.pages.delivery.ticket import ticket
from vaxel.rounds.queries.answers import draft, standing_answer
from vaxel.rounds.queries.story import latest, sent_to, story


class Addresses:
    """A template asks for `urls.save`; the token stands in each."""

    def __init__(self, token):
        self.token = token

    def __getitem__(self, name):
        return reverse(f"link_{name}", args=[self.token])

    def file(self, public_id):
        return reverse("link_file", args=[self.token, public_id])


def look_by_link(link, token, *, change=False, form=None) -> dict:
    delivery, urls = link.delivery, Addresses(token)
    writing = draft(delivery)
    stage = stage_of(delivery, writing, change=change)
    told, standing = without_names(story(delivery)), standing_answer(delivery)
    said = outcome(delivery.state)
    context = {
        "link": link,
        "sent_to": sent_to(link),
        "last_day": last_day_of(link),
        "urls": urls,
        "delivery": delivery,
        "round": delivery.round,
        "key": idempotency_key(),
        "stage": str(stage),
        "asks": stage != Stage.READ,
        "unconfirmed": said == Outcome.SENT,
        "sent": ticket(delivery, told, reads=stage == Stage.READ),
        "documents": documents(delivery.round, lambda one: reverse("link_document", args=[token, one.public_id])),
        "question_files": _question_files(delivery, token),
        "requested": latest(told, Step.COMPLETION_REQUESTED) if delivery.state & Flag.COMPLETION_REQUESTED else None,
        "answer": answer_lines(delivery, standing, urls=urls.file) if standing else [],
        "may_change": stage == Stage.SENT and said in DONE,
        "may_leave": delivery.round.kind not in OWN_HAND,
        "rooms": shown_by_link(link),
        "trail": [],
        **head(delivery),
    }
    if stage in WRITING:
        context |= form_look(delivery, writing, form, stage, urls=urls.file, alone=True) | {"save_url": urls["save"]}
    return context


def without_names(told):
    """A colleague's name is not for whoever holds the link; what somebody wrote of themselves by one is."""
    return [one if one.by_link or not one.who else replace(one, who=_("En kollega hos er"), title="") for one in told]


def _question_files(delivery, token):
    if not delivery.round.template_version_id:
        return []
    return [{"label": label, "url": reverse("link_questions", args=[token, ext])} for ext, label in FORMATS]
