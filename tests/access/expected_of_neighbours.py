"""Who of the neighbours (neighbours.py) may open what: as expected.py, from the design, for many more who ask.

What to look for in a row: who sits at Mora itself sees more than any neighbour does, a deputy does what the contact does,
reading follows any seat at the body (registrar, member), doing follows the role; a neighbour reads only what was sent to
it too (reads_round), what it is a party to (reads_contract: it has signed the contract above) or was invited to
(reads_check). At home at `other`, the same holds the other way.
"""

from tests.access.expected import NOBODY, _

SEATED = _(
    "deputy registrar member unit_contact neighbour_contact neighbour_approver region_contact county_member care_contact "
    "secretariat_member secretariat_controller far_coordinator agency_contact agency_controller users_contact "
    "their_contact their_approver their_coordinator their_process_leader"
)
PRESENT = SEATED | _("of_ended_body not_yet not_yet_secretariat erased")  # logged in, whatever they hold
EVERYONE = PRESENT | _("logged_out closed_login")  # and who has the cookie of a login that is over

EXPECTED_OF_NEIGHBOURS = {
    "acts_for_delivery": (_("deputy"), _("their_contact their_approver")),
    "adopts_delivery": (_("deputy"), _("their_contact their_approver")),
    "answers_pool_part": (_("deputy"), _("their_contact their_approver")),
    "approves_unit": (NOBODY, NOBODY),
    "assesses_money": (_("secretariat_controller"), NOBODY),
    "calls_for_accounts": (_("secretariat_controller"), NOBODY),
    "calls_for_requisitions": (_("secretariat_controller"), NOBODY),
    "confirms_delivery": (_("deputy registrar"), _("their_contact their_approver")),
    "copies_round": (_("secretariat_controller"), _("their_coordinator their_process_leader")),
    "creates_round": (
        _("secretariat_controller far_coordinator agency_controller their_coordinator their_process_leader"),
        NOBODY,
    ),
    "creates_thing": (
        _("secretariat_controller far_coordinator agency_controller their_coordinator their_process_leader"),
        NOBODY,
    ),
    "decides_delivery": (NOBODY, _("their_approver")),
    "decides_money_agreement": (_("secretariat_controller"), NOBODY),
    "decides_retirement": (_("secretariat_controller"), _("their_coordinator")),
    "drafts_agreement": (NOBODY, _("their_coordinator")),
    "drafts_contracts": (_("secretariat_controller"), NOBODY),
    "edits_agreement": (NOBODY, _("their_coordinator")),
    "edits_contract": (_("secretariat_controller"), NOBODY),
    "edits_money_agreement": (_("secretariat_controller"), NOBODY),
    "edits_need": (_("secretariat_controller"), _("their_coordinator")),
    "edits_pool": (NOBODY, _("their_coordinator")),
    "edits_round": (_("secretariat_controller"), _("their_coordinator")),
    "edits_template": (_("secretariat_controller"), _("their_coordinator")),
    "edits_thing": (_("secretariat_controller"), _("their_coordinator")),
    "enters_own_money": (_("deputy"), _("their_contact their_approver")),
    "erases_signal": (_("deputy"), _("their_contact their_coordinator")),
    "follows_money": (_("secretariat_member secretariat_controller"), _("their_coordinator")),
    "gives_sections": (_("deputy"), _("their_contact their_approver")),
    "handles_signal": (NOBODY, _("their_coordinator")),
    "has_desk": (
        _(
            "deputy unit_contact neighbour_contact region_contact care_contact far_coordinator agency_contact users_contact their_contact their_coordinator their_process_leader"
        ),
        NOBODY,
    ),
    "holds_part": (_("deputy"), _("their_contact")),
    "keeps_register": (_("deputy registrar"), _("their_contact their_approver")),
    "keeps_signed_copies": (_("deputy region_contact"), _("their_contact their_approver")),
    "makes_pools": (NOBODY, _("their_coordinator")),
    "manages_body": (_("deputy care_contact"), _("their_contact their_coordinator")),
    "manages_import": (_("deputy care_contact"), _("their_contact their_coordinator")),
    "manages_links": (_("deputy secretariat_controller"), _("their_contact their_approver their_coordinator")),
    "manages_mandate": (_("deputy care_contact"), _("their_contact their_coordinator")),
    "owns_token": (NOBODY, NOBODY),
    "proposes_retirement": (SEATED, SEATED),
    "public": (EVERYONE, EVERYONE),
    "reaches_body": (_("deputy registrar member care_contact"), _("their_contact their_approver their_coordinator")),
    "reads_account": (
        _("deputy registrar member county_member secretariat_member secretariat_controller"),
        _("secretariat_member secretariat_controller their_contact their_approver their_coordinator"),
    ),
    "reads_answers": (
        _("deputy registrar member secretariat_member secretariat_controller"),
        _("their_contact their_approver their_coordinator"),
    ),
    "reads_check": (_("deputy registrar member neighbour_approver"), _("their_contact their_approver")),
    "reads_contract": (
        _(
            "deputy registrar member neighbour_contact neighbour_approver region_contact secretariat_member secretariat_controller"
        ),
        _("their_contact their_approver"),
    ),
    "reads_contracts_of": (_("secretariat_member secretariat_controller"), NOBODY),
    "reads_delivery": (
        _("deputy registrar member county_member secretariat_member secretariat_controller"),
        _("their_contact their_approver their_coordinator"),
    ),
    "reads_joint": (
        _("deputy registrar member county_member care_contact secretariat_member secretariat_controller"),
        _("their_contact their_approver their_coordinator their_process_leader"),
    ),
    "reads_load": (_("deputy registrar member county_member"), _("their_contact their_approver their_coordinator")),
    "reads_money_agreement": (EVERYONE, NOBODY),
    "reads_own_adoption": (_("deputy registrar member"), _("their_contact their_approver")),
    "reads_part": (_("deputy"), _("their_contact")),
    "reads_proposal": (
        _("deputy registrar member unit_contact neighbour_contact neighbour_approver region_contact county_member"),
        _("their_contact their_approver their_coordinator"),
    ),
    "reads_register": (_("deputy registrar member"), _("their_contact their_approver")),
    "reads_requisition": (
        _("deputy registrar member county_member secretariat_member secretariat_controller"),
        _("secretariat_member secretariat_controller their_contact their_approver their_coordinator"),
    ),
    "reads_round": (
        _(
            "deputy registrar member neighbour_contact neighbour_approver county_member care_contact secretariat_member secretariat_controller"
        ),
        _("their_contact their_approver their_coordinator their_process_leader"),
    ),
    "reads_signal": (_("deputy registrar member county_member"), _("their_contact their_approver their_coordinator")),
    "reads_steps": (_("deputy registrar member"), _("their_contact their_approver")),
    "reads_template": (
        _(
            "deputy registrar member neighbour_contact neighbour_approver county_member care_contact secretariat_member secretariat_controller"
        ),
        _("their_contact their_approver their_coordinator their_process_leader"),
    ),
    "registers_adoption": (_("deputy"), _("their_contact their_approver")),
    "registers_for_delivery": (NOBODY, _("their_coordinator")),
    "relays": (_("deputy neighbour_contact care_contact"), _("their_contact their_coordinator their_process_leader")),
    "requests_completion": (_("secretariat_controller"), _("their_coordinator")),
    "runs_part": (_("secretariat_controller"), _("their_coordinator")),
    "runs_round": (_("secretariat_controller"), _("their_coordinator")),
    "sees_agreement": (
        _("deputy registrar member county_member care_contact"),
        _("care_contact their_contact their_approver their_coordinator"),
    ),
    "sees_claim": (
        _("deputy registrar member county_member secretariat_member secretariat_controller"),
        _("secretariat_member secretariat_controller their_contact their_approver their_coordinator"),
    ),
    "sees_own_money": (_("deputy registrar member county_member"), _("their_contact their_approver their_coordinator")),
    "sees_pool": (_("deputy registrar member county_member"), _("their_contact their_approver their_coordinator")),
    "sends_round": (_("secretariat_controller"), _("their_coordinator")),
    "shares_out_contract": (_("deputy"), _("their_contact their_approver")),
    "signed_in": (PRESENT, PRESENT),
    "writes_agreements": (_("secretariat_controller agency_controller"), NOBODY),
    "writes_joint": (NOBODY, _("their_coordinator")),
    "writes_proposal": (NOBODY, _("their_coordinator")),
    "writes_signal": (SEATED, NOBODY),
    "wrote_signal": (_("deputy"), _("their_contact")),
}
