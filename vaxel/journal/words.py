"""What an action is called. Each capability above says its own: `journal.describe("rounds.send", _("skickade …"))`."""

from django.utils.translation import gettext_lazy as _

_WORDS = {"journal.erase_note": _("raderade texten i en anteckning")}


def describe(action, words):
    """`words` is a lazy translation that follows a person: "skickade förfrågan"."""
    _WORDS[action] = words


def words_for(action):
    """The action's own name if nobody has described it: better a bare word than nothing."""
    return str(_WORDS.get(action, action))
