"""Was a file refused, as it should be? In a sentence of the house's own, to a status that says so."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.utils.translation import override

# Said by the form itself, before the file is looked at.
BY_FORMS = ("Filen är större än 10 MB. Välj den förseglade pdf-filen.",)


@dataclass(frozen=True)
class Answer:
    status: int
    page: str
    seconds: float
    told_after: bool = False  # it led on to a page that tells of it: the rest of a form was kept


def found_wanting(answer: Answer, what: str) -> Iterator[str]:
    if answer.status >= 500:
        yield f"{what}: {answer.status}"
    elif not answer.told_after and answer.status < 400:
        yield f"{what}: taken, {answer.status}"
    elif not said_why(answer.page):
        yield f"{what}: {answer.status} without a sentence"


def said_why(page: str) -> bool:
    words = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())
    return any(sentence.search(words) for sentence in _sentences())


@cache
def _sentences() -> list[re.Pattern[str]]:
    """What may be said of a file, as its reader sees it: the names and limits in it may be any."""
    from vaxel.files.words import SENTENCES

    with override("sv"):
        plain = [*BY_FORMS, *(str(sentence) for sentence in SENTENCES.values())]
    return [re.compile(re.sub(r"%\\\((\w+)\\\)s", ".{1,200}?", re.escape(one)).replace(r"\ ", " ")) for one in plain]
