"""Every page of the URLconf, as somebody who may open it in the example year: address → who → with what in it."""

from django.urls import reverse

from tests.journeys.contract_visits import contract_visits
from tests.journeys.ledger import of_the_ledger
from tests.journeys.money import requisition_of
from tests.journeys.money_visits import money as money_pages
from vaxel.adoption.models import AdoptionStep, PeerCheck, Thing
from vaxel.calendar.clock import today
from vaxel.network.actor import SYSTEM
from vaxel.network.commands.agreements import Wording, draft_agreement
from vaxel.network.domain.kinds import Kind, Role
from vaxel.network.models import Body, CountyAgreement, Mandate, Person
from vaxel.privacy.commands.deciding import draft
from vaxel.rounds.commands.sections import delegate_sections
from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.models import Round
from vaxel.signals.models import Signal
from vaxel.site.example import journey

ANYONE = "anyone"

# Addresses that are no page of their own, and why.
NO_PAGE = {
    "answers a post alone": """
        language example_login log_out_everywhere switch_mandate invite_holder delivery_confirm delivery_save delivery_decide
        delivery_approve round_recall round_copy template_write template_manage template_copy joint_propose joint_adopt tour tour_go_on tour_leave csp_report
        reopen_mandate mfa_login_webauthn link_confirm link_save section_back section_save
        signal_do signal_own
        requisition_call money_account_call
    """,
    "answers a post alone, in the inbox and one's own keeping": """
        inbox_take register_keep mail_rhythm token_revoke
    """,
    "is for programs: tried in tests/api and tests/journeys/test_feeds.py": """
        api:openapi-json open_data_file open_data_catalogue calendar_feed body_feed register_file
        api:api_me api:api_bodies api:api_bodies_search api:api_body api:api_rounds api:api_round api:api_round_questions api:api_round_progress
        api:api_round_compilation api:api_round_send api:api_round_recall api:api_round_prolong api:api_round_remind api:api_round_close
        api:api_round_feedback api:api_round_relay api:api_round_talk api:api_round_reply api:api_round_correct api:api_deliveries api:api_delivery
        api:api_delivery_confirm api:api_delivery_nothing api:api_delivery_decline api:api_delivery_withdraw api:api_delivery_decide
        api:api_delivery_completion api:api_delivery_draft api:api_delivery_submit api:api_templates api:api_template api:api_webhooks api:api_webhook
        api:api_inbox api:api_signals api:api_signal api:api_signal_steps api:api_things api:api_thing_spread
        api:api_thing_steps api:api_agreements api:api_agreement api:api_agreement_allocation api:api_agreement_scenario
        api:api_agreement_requisitions api:api_allocations api:api_body_money
    """,
    "is a file": """
        unit_template template_file questions_file delivery_file delivery_copy round_document round_export signal_file
        mfa_download_recovery_codes delivery_link_questions delivery_link_document agreement_document
        section_file link_questions link_document link_file link_copy
        link_workbook_file delivery_workbook_file round_workbook_file template_sheet_sample
        total_burden_file personal_data_file requisition_claim requisition_invoice_file money_account_export
    """,
    "adoption's own: answers a post alone, or is a file": """
        share_adoption thing_round retirement_act adoption_file thing_export need_export
    """,
    "money's own: answers a post alone, or is a file": """
        money_delete money_version money_documents money_document money_allocation_export money_receipt_file
        money_giving money_giving_all money_ledger_file money_posting_file
    """,
    "contracts' own: answers a post alone, or is a file": """
        contracts_draft contract_act contract_paper contract_file
    """,
    "does not exist in Växel": """
        account_signup account_email account_email_verification_sent account_confirm_email account_confirm_login_code
    """,
    "wants a second step set up, or half a login: tried in vaxel/accounts/tests": """
        account_set_password account_reauthenticate mfa_authenticate mfa_reauthenticate mfa_reauthenticate_webauthn
        mfa_deactivate_totp mfa_view_recovery_codes mfa_generate_recovery_codes mfa_remove_webauthn mfa_edit_webauthn
    """,
    "wants a link from a mail: tried beside its page": """
        invitation delivery_link account_reset_password_from_key link_answer link_review link_nothing link_decline
        link_workbook
    """,
    "wants a file that was sent in: tried beside its page": """
        unit_import delivery_workbook_preview link_workbook_preview round_workbook_preview
    """,
    "the ledger's own: answers a post alone, or is a file": "pool_act pool_answer proposal_docx",
    "adoption's own: wants a file that was sent in": "need_preview",
}


def no_pages() -> set[str]:
    return {name for names in NO_PAGE.values() for name in names.split()}


def visits() -> dict[str, list[tuple[str, str]]]:
    """Who → (the address' name, the path). Moves the tour's round to where Falun has it and has begun to write."""
    falun, dalarna = journey.body(Kind.MUNICIPALITY, "2080"), journey.body(Kind.COUNTY, "20")
    orsa, sater = journey.body(Kind.MUNICIPALITY, "2034"), journey.body(Kind.MUNICIPALITY, "2082")
    secretariat = Body.objects.get(kind=Kind.SECRETARIAT).pk
    vacant = Mandate.objects.get(body=orsa, person=None).pk
    held = Mandate.objects.get(body=sater, role=Role.CONTACT).pk
    account = _round(title__endswith=": kommunerna")
    draft, closed = _round(state=RoundState.DRAFT), _round(state=RoundState.CLOSED, kind=RoundKind.ACCOUNT)
    fed_back, waiting = (
        _round(state=RoundState.FED_BACK, kind=RoundKind.ACCOUNT),
        _round(title__contains="tidiga insatser"),
    )
    mailing = _round(state=RoundState.FED_BACK, kind=RoundKind.MAILING)
    tour = journey.fresh_round()
    journey.make_sure("relay", tour)
    journey.write_for_falun(tour)
    given = _given_section(tour, falun)
    template = account.template_version.template_id
    part = f"?nod={dalarna}"
    thing = Thing.objects.get(name__endswith="ADHD").pk
    check = PeerCheck.objects.get(body=falun).pk
    old = Thing.objects.exclude(retirements=None).first()
    heard = old.retirements.get().pk
    step = AdoptionStep.objects.filter(body=falun, thing=thing, corrected_by=None).order_by("id").first().pk
    waits, shown, said = _signals(dalarna)
    collaboration = _round(title__startswith="Redovisning av samverkan kring")
    agreement = CountyAgreement.objects.get(county=dalarna).pk
    money = requisition_of(secretariat, [falun, orsa, sater])
    # One that may still be edited: nothing is put forward for signing yet.
    drafted = draft_agreement(Body.objects.get(pk=dalarna), Wording("Nästa överenskommelse", today()), by=SYSTEM).pk
    ledger = of_the_ledger(falun, dalarna)
    pocket = (ledger["stream"], ledger["year"])
    anyone_money, writes_money = money_pages(secretariat)
    table = {
        ANYONE: [
            *anyone_money,
            ("start",),
            ("about",),
            ("accessibility",),
            ("gallery",),
            ("network",),
            ("network", "?q=are"),
            ("search",),
            ("search", "?q=redovisning"),
            ("search", "?q=elevhaslla+dalarna"),
            ("body", falun),
            ("body", dalarna),
            ("body", secretariat),
            ("units", falun),
            ("things",),
            ("retirement", heard),
            ("thing_need", thing),
            ("thing", thing),
            ("thing", thing, "?dag=2026-01-01"),
            ("examples",),
            ("example", shown.pk),
            ("say_something",),
            ("said", said),
            ("total_burden",),
            ("requisition", money),
            ("money_account", money),
            ("debts",),
            ("open_data",),
            ("personal_data",),
            ("money_left",),
            ("own_money", falun),
            ("find_municipality", "?q=sjö"),
            ("municipality", falun),
            ("easy",),
            ("api:api-root",),
            ("account_login",),
            ("account_inactive",),
            ("account_reset_password",),
            ("account_reset_password_done",),
            ("account_reset_password_from_key_done",),
        ],
        "secretariat": [
            *writes_money,
            ("start",),
            ("rounds",),
            ("rounds", "?slag=account"),
            ("round_new",),
            ("templates",),
            ("template_sheet",),
            ("template", template),
            ("round", account.pk),
            ("round", account.pk, "?karta=lan"),
            ("round", closed.pk),
            ("round", fed_back.pk),
            ("round", mailing.pk),
            ("round_edit", draft.pk),
            ("round_preview", draft.pk),
            ("round_send", draft.pk),
            ("round_receivers", account.pk),
            ("round_remind", account.pk),
            ("round_told", account.pk),
            ("round_prolong", account.pk),
            ("round_talk", account.pk),
            ("round_correct", account.pk),
            ("compilation", account.pk),
            ("compilation", fed_back.pk),
            ("round_close", account.pk),
            ("round_feed_back", closed.pk),
            ("delivery", account.pk, falun),
            ("delivery_completion", account.pk, falun),
            ("thing", thing),
            ("thing_new",),
            ("retirement", heard),
            ("retirement_decide", heard),
            ("thing_need", thing),
            ("need_upload", thing),
            ("thing_edit", thing),
            ("manage_body", secretariat),
            ("appoint", secretariat),
            ("erasures",),
            ("erasure_new",),
            ("erasure", _erasure()),
            ("requisition", money),
            ("money_account", money),
            ("requisition_body", money, orsa),
            ("money_account_body", money, orsa),
            ("repayments", ledger["agreement"]),
            ("claim_back", ledger["agreement"], falun),
            ("repayment", ledger["claim"]),
        ],
        "coordinator": [
            ("start",),
            ("inbox",),
            ("inbox", "?visa=nu"),
            ("rounds",),
            ("round", account.pk),
            ("round", waiting.pk, part),
            ("round_relay", waiting.pk, part),
            ("round_receivers", account.pk, part),
            ("round_remind", account.pk, part),
            ("round_told", account.pk, part),
            ("contact_order", dalarna),
            ("compilation", account.pk, part),
            ("compilation", collaboration.pk, f"{part}&bas=antaget"),
            ("joint", collaboration.pk, dalarna),
            ("joint_write", collaboration.pk, dalarna),
            ("agreement", agreement),
            ("agreement_edit", drafted),
            ("agreement_new", dalarna),
            ("delivery_register", account.pk, sater),
            ("delivery_links", account.pk, orsa),
            ("round_workbook", account.pk),
            ("manage_body", dalarna),
            ("manage_body", falun),
            ("appoint", falun),
            ("fill_mandate", vacant),
            ("end_mandate", held),
            ("correct_holder", held),
            ("new_unit", falun),
            ("import_units", falun),
            ("body", falun),
            ("body", orsa),
            ("thing", thing, "?ordning=storlek"),
            ("register_adoption", falun, thing),
            ("round_new",),
            ("signals",),
            ("signal_new",),
            ("signal_desk",),
            ("signal", waits.pk),
            ("signal_erase", waits.pk),
            ("pools",),
            ("pool_new", dalarna),
            ("pool", ledger["draft"]),
            ("pool_edit", ledger["draft"]),
            ("proposal", dalarna, ledger["agreement"]),
            ("proposal_edit", dalarna, ledger["agreement"]),
        ],
        "contact": [
            ("start",),
            ("inbox",),
            ("calendar",),
            ("register", falun),
            ("said_by_body", falun),
            ("tokens",),
            ("rounds",),
            ("delivery", tour.pk, falun),
            ("delivery_review", tour.pk, falun),
            ("delivery_workbook", tour.pk, falun),
            ("delivery_nothing", tour.pk, falun),
            ("delivery_decline", tour.pk, falun),
            ("delivery_assign", tour.pk, falun),
            ("section_give", tour.pk, falun),
            ("delivery", account.pk, falun),
            ("delivery_withdraw", account.pk, falun),
            ("round", account.pk),
            ("round_own_feedback", mailing.pk, falun),
            ("body_load", falun),
            ("round_talk", account.pk),
            ("contact_order", falun),
            ("account",),
            ("my_data",),
            ("requisition_body", money, falun),
            ("money_account_body", money, falun),
            ("requisition_invoice", money, falun),
            ("own_adoption", falun),
            ("retirement_new", thing),
            ("invite_check", falun, thing),
            ("peer_check", check),
            ("register_adoption", falun, thing),
            ("correct_adoption", falun, thing, step),
            ("own_money", falun),
            ("use_money", falun),
            ("money_posting", falun, money, "?fordran=1510&intakt=3511&kostnad=4510"),
            ("undo_entry", falun, ledger["entry"]),
            ("carry_over", falun, *pocket),
            ("money_budget", falun, *pocket),
            ("pool", ledger["pool"]),
            ("repayment", ledger["claim"]),
            ("account_logout",),
            ("account_change_password",),
            ("mfa_index",),
            ("mfa_activate_totp",),
            ("mfa_list_webauthn",),
            ("mfa_add_webauthn",),
        ],
        "approver": [
            ("start",),
            ("delivery", tour.pk, falun),
            ("delivery", collaboration.pk, falun),
            ("joint", collaboration.pk, dalarna),
            ("joint_aside", collaboration.pk, falun),
            ("section_part", tour.pk, falun, given),
            ("agreement", agreement),
        ],
        "process_leader": [("start",), ("rounds",), ("compilation", account.pk)],
        "user_organisation": [("start",), ("rounds",), ("signals",), ("signal_new",)],
    }
    for who, more in contract_visits(falun, secretariat, ANYONE).items():
        table[who] += more
    return {who: [(name, _path(name, more)) for name, *more in names] for who, names in table.items()}


def _signals(county):
    """One that waits at the county's desk, one that anyone may read, and the secret of one said without a login."""
    waits = Signal.objects.filter(desk=county, state="taken").order_by("id").first()
    said = Signal.objects.filter(author_body=None).order_by("id").first()
    return waits, Signal.objects.published().order_by("id").first(), said.public_id


def _erasure():
    """A proposal by another at the secretariat, of somebody who holds nothing."""
    gone = Person.objects.create(name="En som har slutat", email="slutat@vaxel.example")
    said = {"ground": "schedule", "scope": "all", "reference": "Gallringsbeslut 2026:1", "reason": "Hen har slutat."}
    return draft(gone, body=Body.objects.get(kind=Kind.SECRETARIAT), by=SYSTEM, **said).pk


def _given_section(round, body):
    """Falun's contact has given its approver the last section of the questions."""
    delivery = round.deliveries.get(body=body)
    approver = Mandate.objects.at(today()).filter(body=body, role=Role.APPROVER).exclude(person=None).first()
    last = round.template_version.content["sections"][-1]["id"]
    return delegate_sections(delivery, [last], by=SYSTEM, person=approver.person.public_id)[0].pk


def _round(**which):
    return Round.objects.filter(**which).order_by("id").first()


def _path(name, more):
    query = more.pop() if more and isinstance(more[-1], str) else ""
    return reverse(name, args=more) + query
