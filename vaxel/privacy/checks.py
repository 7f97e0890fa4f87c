"""What `vaxel verify` asks: has anything come back that was erased?"""

from django.utils.translation import gettext as _

from vaxel.privacy.commands.again import undone


def checks():
    back = len(undone())
    if back:
        words = _("%(n)s raderingar har kommit tillbaka med en säkerhetskopia. Kör: vaxel person erase-again")
        yield "privacy.erased", False, words % {"n": back}
    else:
        yield "privacy.erased", True, _("Det som är raderat är borta.")
