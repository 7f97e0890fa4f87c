"""What never stands in a log: the part of an address that is itself a right to act, and a line somebody else wrote."""

import logging
import re

# /forfragningar/lank/<token>/… and …/las/<token>/…, /konto/inbjudan/<token>/: whoever reads the log could use them.
CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")  # what could begin a line of its own, or colour one
TOKEN = re.compile(r"((?:/|%2F)(?:lank|las|inbjudan)(?:/|%2F))(?:(?!%2F)[^/\s?&\"'])+", re.IGNORECASE)


def without_tokens(text: str) -> str:
    return TOKEN.sub(r"\1…", text)


def in_one_line(text: str) -> str:
    """What someone sent us can never look like a line that we wrote."""
    return CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


class WithoutTokens(logging.Filter):
    """On the handler, so that it holds for every logger, Django's own and gunicorn's too."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = in_one_line(without_tokens(record.getMessage())), ()
        return True
