"""`auth=reads` on an endpoint: which scope a program's key must have. Cookies open nothing here."""

from django.utils.translation import gettext as _
from ninja.security import HttpBearer

from vaxel.accounts import tokens
from vaxel.accounts.api.problems import Stop
from vaxel.accounts.domain.tokens import Scope
from vaxel.calendar import clock


class Bearer(HttpBearer):
    """Puts the token on the request; `request.actor` then acts with the token's mandate alone."""

    def __init__(self, scope: Scope):
        super().__init__()
        self.scope = scope

    def authenticate(self, request, token):
        day = clock.today()
        found = tokens.find(token, day)
        if found is None:
            return None
        if self.scope not in found.scopes:
            raise Stop(403, _("Nyckeln får inte användas till detta. Skapa en som har rätten ”%s”.") % self.scope)
        found.note_use(day)
        request.user, request.token = found.user, found
        if request.actor.current is None:
            raise Stop(403, _("Uppdraget som nyckeln hör till gäller inte längre. Skapa en ny med ett som gäller."))
        return found


reads, answers, sends = Bearer(Scope.READ), Bearer(Scope.ANSWER), Bearer(Scope.SEND)
