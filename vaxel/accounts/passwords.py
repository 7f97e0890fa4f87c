"""What a password must withstand: guessing by anyone who knows words, names and us, and the lists of what has leaked."""

import hashlib
import os
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# What anyone would try first here.
OUR_WORDS = """växel vaxel kommun region kommunen regionen län psykisk hälsa psykiskhälsa halsa samordnare överenskommelse
rekvisition redovisning handlingsplan nationella kansliet uppdrag sommar vinter höst vår lösenord losenord välkommen
sverige stockholm göteborg malmö uppsala dalarna skåne norrbotten""".split()
ENOUGH_GUESSES = 10**10  # what zxcvbn calls safe against a slow hash
LONGEST_JUDGED = 72  # characters: the judge is slow beyond, and no such password is easy


class HardToGuess:
    """By how many guesses it takes, not by which kinds of characters are in it."""

    def validate(self, password, user=None):
        from zxcvbn import zxcvbn

        own = [part for part in (user.email if user else "").replace("@", ".").split(".") if part]
        if zxcvbn(password[:LONGEST_JUDGED], user_inputs=[*OUR_WORDS, *own])["guesses"] < ENOUGH_GUESSES:
            raise ValidationError(
                _("Lösenordet är lätt att gissa. Sätt ihop några ord som inte hör ihop, till exempel en egen mening."),
                code="password_easy_to_guess",
            )

    def get_help_text(self):
        return _("Några ord som inte hör ihop är både lätta att minnas och svåra att gissa.")


class NeverLeaked:
    """Against the installation's own list of leaked passwords, where it has one (VAXEL_LEAKED_PASSWORDS)."""

    def validate(self, password, user=None):
        path = settings.LEAKED_PASSWORDS
        if path and leaked(password, Path(path)):
            raise ValidationError(
                _("Lösenordet finns i en lista över läckta lösenord. Välj ett som du inte har använt förut."),
                code="password_leaked",
            )

    def get_help_text(self):
        return ""


def leaked(password: str, path: Path) -> bool:
    """Whether the file has its SHA-1 sum: lines in order, `SUM` or `SUM:how many`. Reads some thirty lines of it.

    OSError if the file cannot be read: a list that was asked for and is gone must not let everything through.
    """
    wanted = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    with path.open("rb") as file:
        low, high = 0, file.seek(0, os.SEEK_END)
        while low < high:
            middle = (low + high) // 2
            begins, line = _line_at(file, middle)
            found = line[:40].upper()
            if found == wanted:
                return True
            if found and found < wanted:
                low = max(file.tell(), middle + 1)
            else:
                high = min(begins, middle)
    return False


def _line_at(file, place):
    """Where the line around `place` begins, and what it says."""
    while place:
        file.seek(place - 1)
        if file.read(1) == b"\n":
            break
        place -= 1
    file.seek(place)
    return place, file.readline()
