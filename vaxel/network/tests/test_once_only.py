"""What several do at the same moment happens once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from vaxel.accounts import invitations
from vaxel.accounts.models import User
from vaxel.network.actor import SYSTEM
from vaxel.network.commands.units import confirm_import, fingerprint, judged
from vaxel.network.models import Identity, UnitImport
from vaxel.ui.refusal import Refusal

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(act, times=4):
    """What each of the threads got; a refusal counts as its status."""

    def one(_):
        try:
            return act()
        except Refusal as no:
            return no.status
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(one, range(times)))


def test_a_file_confirmed_by_four_is_written_once(little_sweden):
    rows = [[2, "P7", "Ny enhet", "", None], [3, "P8", "Ännu en", "P7", None]]
    draft = UnitImport.objects.create(principal=little_sweden["region"], file_name="enheter.csv", rows=rows)
    seen = fingerprint(judged(draft))
    got = at_once(lambda: confirm_import(draft, seen=seen, accepted=set(), by=SYSTEM)["new"])
    assert sorted(got) == [2, 409, 409, 409]
    assert Identity.objects.filter(code__in=["P7", "P8"]).count() == 2


def test_an_invitation_used_by_four_opens_once(db):
    user = User.objects.create_user("ny@kommun.example")
    link = invitations.invite(user, by=SYSTEM, inviter="Länssamordnare")
    found = invitations.find(link.rstrip("/").rsplit("/", 1)[1])
    assert sorted(at_once(lambda: invitations.use(found, "en lugn höstmorgon i Orsa"))) == [False, False, False, True]
