"""What never stands in a log: the part of an address that is itself a right to act, and a line somebody else wrote."""

import logging
import re

# /forfragningar/lank/<token>/… and …/las/<token>/…, /konto/inbjudan/<token>/, /kalender/<key>.ics,
# /sag-nagot/folj/<secret>/: whoever reads the log could use them.
CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")  # what could begin a line of its own, or colour one
TOKEN = re.compile(r"((?:/|%2F)(?:lank|las|inbjudan|kalender|folj)(?:/|%2F))(?:(?!%2F)[^/\s?&\"'])+", re.IGNORECASE)

# What somebody made up, or pasted where it does not belong: a long word with a digit in it names no page of ours.
LONG = re.compile(r"(/|%2F)(?=[a-z_-]*\d)[\w-]{20,}", re.IGNORECASE | re.ASCII)

# PostgreSQL's own words about a row that it refused quote what stood in it: a name, an address, a free text.
ROW = re.compile(r"^(DETAIL|CONTEXT|QUERY|WHERE|LINE \d+):.*\n?", re.MULTILINE)


def without_tokens(text: str) -> str:
    return TOKEN.sub(r"\1…", text)


def without_long_words(address: str) -> str:
    return LONG.sub(r"\1…", address)


def in_one_line(text: str) -> str:
    """What someone sent us can never look like a line that we wrote."""
    return CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


class WithoutTokens(logging.Filter):
    """On the handler, so that it holds for every logger, Django's own and gunicorn's too."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = in_one_line(without_long_words(without_tokens(record.getMessage()))), ()
        return True


class WithoutRows(logging.Formatter):
    """The way down to a fault is told; what somebody wrote, and the addresses that are rights, are not."""

    def formatException(self, info) -> str:  # noqa: N802 - logging's own name
        return ROW.sub("", without_tokens(super().formatException(info)) + "\n").rstrip("\n")
