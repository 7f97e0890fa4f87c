"""The questions of an account, made from the agreement: one form with a section per stream, for those who had money of it.

In 2019 this was seven surveys (S4); in 2020 three senders asked in one (S3). A stream's sums are this agreement's own
questions; the words are the same ones from year to year, so that last year's can be offered again.
"""

from django.utils.translation import gettext as _

GENDER, HEARD, CHANGED, EFFECT = "money-gender", "money-heard", "money-heard-changed", "money-effect"
MOST_KEY = 34  # letters of a stream's key that a question's id has room for
USED, CARRIED, REPAY = "used", "carried", "repay"


def sum_of(part, stream) -> str:
    return f"{part}-{stream.pk}"


def done_of(stream) -> str:
    """By the stream's key, which is the same next year."""
    return f"done-{stream.key}" if len(stream.key) <= MOST_KEY else f"done-{stream.pk}"


def content_of(streams, *, everyone, agencies=()) -> dict:
    """`everyone`: keys of the streams that every receiver of the kind has a part of; only those must be answered.

    `agencies`: (id, name) of senders with questions of their own. Theirs are left to write in the draft: it cannot be
    sent before.
    """
    own = [_of_stream(stream, required=stream.key in everyone) for stream in streams]
    return {"sections": [*own, _heard(), _gender(), _effect(), *(_of_agency(*one) for one in agencies)]}


def _of_stream(stream, *, required):
    return {
        "id": f"stream-{stream.pk}",
        "title": stream.title,
        "help": _("Skriv 0 där inget finns. Det ni har fått ska vara använt, överfört eller betalas tillbaka."),
        "for_kinds": [str(stream.receivers)],
        "questions": list(_sums(stream, required=required)),
    }


def _sums(stream, *, required):
    for part, label in (
        (USED, _("Hur mycket har ni använt?")),
        (CARRIED, _("Hur mycket förs över till nästa år?")),
        (REPAY, _("Hur mycket ska betalas tillbaka?")),
    ):
        yield {"id": sum_of(part, stream), "type": "money", "label": label, "required": required, "min": "0"}
    yield {
        "id": done_of(stream),
        "type": "long_text",
        "label": _("Vad har medlen använts till?"),
        "required": required,
    }


def _heard():
    return _section(
        "heard",
        _("Brukar- och närståendeorganisationer"),
        (HEARD, _("Vilka organisationer har ni hört?"), _("En på varje rad. Skriv ”ingen” om ingen har hörts.")),
        (CHANGED, _("Vad ledde deras synpunkter till?"), ""),
    )


def _gender():
    label = _("Hur har skillnader mellan kvinnor och män, flickor och pojkar beaktats i arbetet?")
    return _section("gender", _("Jämställdhetsperspektivet"), (GENDER, label, ""))


def _effect():
    help_text = _("Vad har blivit annorlunda för dem arbetet är till för, och hur vet ni det?")
    return _section("effect", _("Resultat och effekt"), (EFFECT, _("Vilka resultat ser ni?"), help_text))


def _of_agency(body_id, name):
    """Empty questions: whoever asks writes them, and an unfinished form is not sent."""
    title = _("Frågor från %(name)s") % {"name": name}
    questions = [{"id": f"agency-{body_id}", "type": "long_text", "label": "", "required": False}]
    return {"id": f"agency-{body_id}-section", "title": title, "help": "", "questions": questions}


def _section(key, title, *questions):
    asked = [
        {"id": one, "type": "long_text", "label": label, "help": help_text, "required": one != CHANGED}
        for one, label, help_text in questions
    ]
    return {"id": key, "title": title, "help": "", "questions": asked}
