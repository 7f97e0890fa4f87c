"""A twin in words: who asks the same already, of whom, when last."""

from django.utils.translation import gettext as _

from vaxel.rounds.words import bodies
from vaxel.ui.templatetags.numbers import count


def told(twins):
    return [{"of": key, "twin": twin, "whom": _whom(twin)} for key, twin in twins.items()]


def _whom(twin):
    """ "290 kommuner" where one kind is asked, else "311 mottagare: kommuner och regioner"."""
    if len(twin.kinds) == 1:
        return f"{count(twin.asked)} {bodies(twin.kinds[0], twin.asked)}"
    nouns = [str(bodies(kind, 2)) for kind in twin.kinds]
    number = f"{count(twin.asked)} {bodies('', twin.asked)}"
    return f"{number}: {', '.join(nouns[:-1])} {_('och')} {nouns[-1]}" if nouns else number
