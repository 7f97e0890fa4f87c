"""The questions of a requisition, made from the agreement: per stream of the receiver's kind take up or decline.

The amounts differ from body to body and stand beside the questions (pages/granted_section), never in them. A stream's
question is this agreement's own: "we take it up" is not offered again next year. Where to pay is.
"""

from django.utils.translation import gettext as _

from vaxel.funding.domain.requisition import ACCEPT, DECLINE
from vaxel.funding.domain.terms import Receivers

GIRO, REFERENCE, ORG_NUMBER = "requisition-giro", "requisition-reference", "requisition-org-number"


def question_of(stream) -> str:
    return f"stream-{stream.pk}"


def reason_of(stream) -> str:
    return f"why-{stream.pk}"


def content_of(streams, *, everyone) -> dict:
    """`everyone`: keys of the streams that every receiver of the kind has a part of; only those must be answered."""
    kinds = [kind for kind in Receivers if any(stream.receivers == kind for stream in streams)]
    sections = [_of_kind(kind, [one for one in streams if one.receivers == kind], everyone) for kind in kinds]
    return {"sections": [*sections, _payment()]}


TITLES = {
    Receivers.MUNICIPALITY: lambda: _("Medel till kommuner"),
    Receivers.REGION: lambda: _("Medel till regioner"),
    Receivers.COUNTY: lambda: _("Medel till länen"),
    Receivers.HEALTHCARE_REGION: lambda: _("Medel till sjukvårdsregionerna"),
}


def _of_kind(kind, streams, everyone):
    questions = [question for stream in streams for question in _of_stream(stream, required=stream.key in everyone)]
    return {"id": f"to-{kind}", "title": TITLES[kind](), "help": "", "for_kinds": [str(kind)], "questions": questions}


def _of_stream(stream, *, required):
    yield {
        "id": question_of(stream),
        "type": "one",
        "label": stream.title,
        "required": required,
        "options": [{"id": ACCEPT, "label": _("Vi rekvirerar")}, {"id": DECLINE, "label": _("Vi avstår")}],
    }
    yield {
        "id": reason_of(stream),
        "type": "long_text",
        "label": _("Varför avstår ni från %(title)s?") % {"title": stream.title},
        "required": True,
        "show_if": {"question": question_of(stream), "is": [DECLINE]},
    }


def _payment():
    return {
        "id": "payment",
        "title": _("Utbetalning"),
        "help": "",
        "questions": [
            {
                "id": GIRO,
                "type": "text",
                "label": _("Bankgiro eller plusgiro"),
                "help": _("Behövs om ni rekvirerar något."),
                "max_length": 20,
            },
            {"id": REFERENCE, "type": "text", "label": _("Er referens på utbetalningen"), "max_length": 60},
            {
                "id": ORG_NUMBER,
                "type": "text",
                "label": _("Ert organisationsnummer"),
                "help": _("Behövs bara om den som betalar vill ha rekvisitionen som e-faktura."),
                "max_length": 20,
            },
        ],
    }
