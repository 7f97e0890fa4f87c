"""Where the answer was used, as its page tells it: one line for each use, with the questions it was about."""

from django.urls import reverse

from vaxel.rounds.pages.delivery.found import questions_of
from vaxel.rounds.queries.used import where_used


def used(delivery, answer):
    """[{what, day, url, questions}], the latest first; the same use of several questions is one line."""
    labels = {question.id: question.label for question in questions_of(delivery)}
    lines: dict[tuple, dict] = {}
    for use in where_used(answer):
        line = lines.setdefault((use.what, use.day), _line(use))
        if use.question_id in labels:
            line["questions"].append(labels[use.question_id])
    return list(lines.values())


def _line(use):
    url = reverse(use.url_name, args=use.url_args) if use.url_name else ""
    query = f"?{use.query}" if use.query and url else ""
    return {"what": use.what, "day": use.day, "url": url + query, "questions": []}
