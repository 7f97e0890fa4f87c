"""A decided allocation as rows, in the little Sweden of `rounds/tests/world.py`: Falun, Mora and Orsa share one stream,
Region Dalarna has its own. Kronor: Falun 600,25, Mora 300,50, Orsa 99,25; the region 500.

The ledger hears of it as it would of any decision.
"""

import datetime as dt

from vaxel.calendar import clock
from vaxel.funding import facts
from vaxel.funding.domain.life import AgreementState
from vaxel.funding.models import Agreement, Decision, Grant, Payout, Stream

FALUN, MORA, ORSA, REGION = 600_25, 300_50, 99_25, 500_00


class Little:
    """`.agreement`, `.stream` (municipalities), `.region_stream`, `.decision`."""

    def __init__(self, world, year=2020):
        body = world.secretariat
        self.world, self.year = world, year
        self.agreement = Agreement.objects.create(
            year=year, name=f"Psykisk hälsa {year}", owner=body, orderer=body, payer=body, assessor=body,
            state=AgreementState.DECIDED,
        )  # fmt: skip
        self.stream = self._stream("handlingsplaner", "Utveckling utifrån handlingsplaner", 1000_00, "municipality")
        self.region_stream = self._stream("region", "Utveckling i regionerna", 500_00, "region")
        self.decision = self._decided()

    def _stream(self, key, title, pot, receivers):
        return Stream.objects.create(
            agreement=self.agreement, key=key, title=title, pot_ore=pot, receivers=receivers, allocation="entered"
        )

    def _decided(self):
        made = Decision.objects.create(
            agreement=self.agreement, version="1", inputs={}, outputs={}, sha256="0" * 64,
            prepared_at=clock.now(), decided_at=clock.now() - dt.timedelta(days=200),
        )  # fmt: skip
        world = self.world
        for body, stream, ore, payout in (
            (world.falun, self.stream, FALUN, 600_00),
            (world.mora, self.stream, MORA, 301_00),
            (world.orsa, self.stream, ORSA, 99_00),
            (world.region_dalarna, self.region_stream, REGION, 500_00),
        ):
            Grant.objects.create(decision=made, stream=stream, body=body, share_ore=ore)
            Payout.objects.create(decision=made, body=body, kind=stream.receivers, share_ore=ore, payout_ore=payout)
        facts.decided.send(Decision, decision=made, by=world.secretary)
        return made
