"""What never stands in a log: the part of an address that is itself a right to act."""

import logging
import re

# /forfragningar/lank/<token>/… and …/las/<token>/…, /konto/inbjudan/<token>/: whoever reads the log could use them.
TOKEN = re.compile(r"((?:/|%2F)(?:lank|las|inbjudan)(?:/|%2F))(?:(?!%2F)[^/\s?&\"'])+", re.IGNORECASE)


def without_tokens(text: str) -> str:
    return TOKEN.sub(r"\1…", text)


class WithoutTokens(logging.Filter):
    """On the handler, so that it holds for every logger, Django's own and gunicorn's too."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = without_tokens(record.getMessage()), ()
        return True
