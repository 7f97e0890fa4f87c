from django.utils.translation import gettext as _

from vaxel.notices.models import Message


def checks():
    """(name, ok, sentence) for `vaxel verify`: mails that three days of trying did not get through."""
    stuck = Message.objects.filter(bounced_at=None).exclude(given_up_at=None).count()
    if stuck:
        yield "notices", False, _("%(number)s meddelanden gick inte att skicka på tre dagar.") % {"number": stuck}
    else:
        waiting = Message.objects.waiting().count()
        yield "notices", True, _("Inget meddelande har fastnat; %(number)s väntar.") % {"number": waiting}
