"""Who may open what, by the rule's name: written from the design, and independent of the rules themselves.

One row per rule: (roles that open one's own object, roles that open somebody else's). `own` is something of Mora's, or
of its county's; `other` the same in Halland. The secretariat has the whole nation for its own part.
A new rule without a row fails test_matrix.py.
"""

ALL = frozenset("anonymous no_mandate contact approver coordinator secretariat controller process_leader ended".split())
SIGNED_IN = ALL - {"anonymous"}
NOBODY = frozenset()


def _(roles):
    return frozenset(roles.split())


EXPECTED = {
    "public": (ALL, ALL),
    "signed_in": (SIGNED_IN, SIGNED_IN),
    # programs: a session opens nothing (their own matrix: tests/api/test_matrix.py)
    "by_key": (NOBODY, NOBODY),
    # personal data: anyone's own, and erasure decided where the system is kept
    "decides_erasure": (_("secretariat"), _("secretariat")),
    "owns_token": (_("contact"), NOBODY),
    # network: whoever holds a managing role at the body or above it
    "manages_body": (_("contact coordinator secretariat"), _("secretariat")),
    "reaches_body": (_("contact approver coordinator secretariat controller"), _("secretariat")),
    "manages_mandate": (_("contact coordinator secretariat"), _("secretariat")),
    "manages_import": (_("contact coordinator secretariat"), _("secretariat")),
    # a county's agreement, proposed: its coordinator writes it, its parties and whoever manages the county see it
    "drafts_agreement": (_("coordinator"), NOBODY),
    "edits_agreement": (_("coordinator"), NOBODY),
    "sees_agreement": (_("contact approver coordinator secretariat controller"), _("secretariat")),
    # rounds: own is the secretariat's round to Dalarna with Mora's part in it, other is Halland's to Laholm.
    # Doing follows the mandate in use; reading follows the round's frame, so the healthcare region above reads too.
    "creates_round": (_("coordinator secretariat controller process_leader"), NOBODY),
    "copies_round": (_("coordinator secretariat controller process_leader"), NOBODY),
    "reads_round": (_("contact approver coordinator secretariat controller process_leader"), NOBODY),
    "edits_round": (_("secretariat"), NOBODY),
    "sends_round": (_("secretariat"), NOBODY),
    "runs_round": (_("secretariat"), NOBODY),
    "runs_part": (_("coordinator secretariat"), NOBODY),
    "relays": (_("contact coordinator secretariat process_leader"), NOBODY),
    "reads_register": (_("contact approver controller"), NOBODY),
    "keeps_register": (_("contact approver controller"), NOBODY),
    # a body's part: further up it is seen once answered, and this one is not
    "reads_delivery": (_("contact approver coordinator secretariat controller"), NOBODY),
    "acts_for_delivery": (_("contact approver controller"), NOBODY),
    "gives_sections": (_("contact approver controller"), NOBODY),
    # a section that Mora has been given: its contact writes it, and not even the sender reads that page
    "holds_part": (_("contact"), NOBODY),
    "reads_part": (_("contact"), NOBODY),
    "confirms_delivery": (_("contact approver controller"), NOBODY),
    "decides_delivery": (_("approver"), NOBODY),
    "approves_unit": (_("approver"), NOBODY),
    "registers_for_delivery": (_("coordinator"), NOBODY),
    "requests_completion": (_("coordinator secretariat"), NOBODY),
    "manages_links": (_("contact approver coordinator secretariat controller"), NOBODY),
    "reads_answers": (_("contact approver secretariat controller"), NOBODY),
    # a body's load: its own, and its county's coordinators
    "reads_load": (_("contact approver coordinator controller"), NOBODY),
    # a county's joint answer: read by its parties, the levels above and the sender; adopted by the party alone
    "reads_joint": (_("contact approver coordinator secretariat controller process_leader"), NOBODY),
    "writes_joint": (_("coordinator"), NOBODY),
    "adopts_delivery": (_("contact approver"), NOBODY),
    "reads_template": (_("contact approver coordinator secretariat controller process_leader"), NOBODY),
    "edits_template": (_("secretariat"), NOBODY),
    # adoption: own is the secretariat's thing, other is Halland's; a body's own is Mora's, which nobody else has been
    # shown yet. Everybody may read how far a thing has come: counts.
    "creates_thing": (_("coordinator secretariat controller process_leader"), NOBODY),
    "edits_thing": (_("secretariat"), NOBODY),
    "proposes_retirement": (_("contact approver coordinator secretariat controller process_leader"),) * 2,
    "decides_retirement": (_("secretariat"), NOBODY),
    "edits_need": (_("secretariat"), NOBODY),
    "reads_check": (_("contact approver controller"), NOBODY),
    "reads_own_adoption": (_("contact approver controller"), NOBODY),
    "reads_steps": (_("contact approver controller"), NOBODY),
    "registers_adoption": (_("contact approver controller"), NOBODY),
    # money: what is decided is public; who has taken up what, to the body, its county and who follows the money, who
    # sees every receiver's. The secretariat writes the agreement and pays.
    "reads_money_agreement": (ALL, NOBODY),
    "calls_for_requisitions": (_("secretariat"), NOBODY),
    "reads_requisition": (_("contact approver coordinator secretariat controller"), _("secretariat")),
    # own is a decided agreement of the secretariat's, other is an agency's draft, for those alone that it names.
    "writes_agreements": (_("secretariat controller"), NOBODY),
    "edits_money_agreement": (_("secretariat"), NOBODY),
    "decides_money_agreement": (_("secretariat"), NOBODY),
    # accounted for: as taken up; only whom the agreement names judges
    "calls_for_accounts": (_("secretariat"), NOBODY),
    "reads_account": (_("contact approver coordinator secretariat controller"), _("secretariat")),
    # signals: own is Mora's, waiting at Dalarna's desk; other is Laholm's at Halland's. Nobody above has it yet, so
    # neither the healthcare region nor the secretariat reads it; whoever sits at the desk does what is done there.
    "writes_signal": (SIGNED_IN - _("no_mandate ended"), NOBODY),
    "has_desk": (_("contact coordinator secretariat process_leader"), NOBODY),
    "reads_signal": (_("contact approver coordinator controller"), NOBODY),
    "handles_signal": (_("coordinator"), NOBODY),
    "wrote_signal": (_("contact"), NOBODY),
    "erases_signal": (_("contact coordinator"), NOBODY),
    # the ledger: a body enters its own money alone; a county pools and proposes by its coordinator, in Dalarna here.
    # A claim is seen by the body, its county and who pays (the secretariat, for both).
    "enters_own_money": (_("contact approver controller"), NOBODY),
    "sees_own_money": (_("contact approver coordinator controller"), NOBODY),
    "makes_pools": (_("coordinator"), NOBODY),
    "edits_pool": (_("coordinator"), NOBODY),
    "sees_pool": (_("contact approver coordinator controller"), NOBODY),
    "answers_pool_part": (_("contact approver"), NOBODY),
    "reads_proposal": (_("contact approver coordinator controller"), NOBODY),
    "writes_proposal": (_("coordinator"), NOBODY),
    "sees_claim": (_("contact approver coordinator secretariat controller"), _("secretariat")),
    "follows_money": (_("secretariat"), NOBODY),
    "assesses_money": (_("secretariat"), NOBODY),
    # contracts: own is Region Dalarna's with Mora, put forward, under the secretariat's own contract: who signs it, writes
    # it or pays above it reads it. Other is Laholm's, under an agency's. Lists: a draft agreement of each.
    "reads_contracts_of": (_("secretariat"), NOBODY),
    "drafts_contracts": (_("secretariat"), NOBODY),
    "reads_contract": (_("contact approver secretariat controller"), NOBODY),
    "edits_contract": (_("secretariat"), NOBODY),
    "shares_out_contract": (_("contact approver controller"), NOBODY),
    "keeps_signed_copies": (_("contact approver"), NOBODY),
}
