"""What the journal says of acts on money, after the person's name."""

from django.utils.translation import gettext_lazy as _

from vaxel import journal

WORDS = {
    "funding.create_agreement": _("började på en överenskommelse"),
    "funding.edit_agreement": _("ändrade överenskommelsen"),
    "funding.delete_agreement": _("tog bort utkastet till överenskommelse"),
    "funding.prepare_agreement": _("lämnade överenskommelsen för beslut"),
    "funding.send_back_agreement": _("skickade tillbaka överenskommelsen"),
    "funding.decide_agreement": _("beslutade överenskommelsen"),
    "funding.create_scenario": _("började på ett scenario"),
    "funding.edit_scenario": _("ändrade ett scenario"),
    "funding.drop_scenario": _("tog bort ett scenario"),
    "funding.use_scenario": _("tog ett scenarios villkor i bruk"),
    "funding.replace_agreement": _("började på en ny version av överenskommelsen"),
    "funding.use": _("registrerade använda medel"),
    "funding.undo_entry": _("rättade en post"),
    "funding.carry_over": _("förde över medel till nästa år"),
    "funding.claim_back": _("krävde tillbaka medel"),
    "funding.justify_claim": _("godtog att medlen var rätt använda"),
    "funding.write_off_claim": _("skrev av ett återkrav"),
    "funding.repaid_claim": _("registrerade en återbetalning"),
    "funding.budget": _("ändrade budgetraderna"),
    "funding.create_pool": _("började på en gemensam satsning"),
    "funding.edit_pool": _("ändrade den gemensamma satsningen"),
    "funding.propose_pool": _("föreslog satsningen för parterna"),
    "funding.call_back_pool": _("kallade tillbaka förslaget"),
    "funding.withdraw_pool": _("återtog satsningen"),
    "funding.agree_pool": _("gick med på sin del"),
    "funding.decline_pool": _("tackade nej till sin del"),
    "funding.call_for_accounts": _("gjorde ett utkast till redovisning"),
    "funding.judge_account": _("bedömde en redovisning mot villkoren"),
    "funding.write_proposal": _("skrev på förslaget till beslut"),
    "funding.call_for_requisitions": _("började på en rekvisition"),
    "funding.requisition": _("rekvirerade eller avstod, inriktning för inriktning"),
    "funding.lapse": _("noterade att rätten att rekvirera föll bort"),
    "funding.draft_contract": _("började på avtalet"),
    "funding.edit_contract": _("ändrade avtalets text eller belopp"),
    "funding.propose_contract": _("lade fram avtalet för parterna"),
    "funding.sign_contract": _("skrev under avtalet"),
    "funding.register_copy": _("läste in ett papper undertecknat för hand och intygade att orden är desamma"),
    "funding.send_back_contract": _("skickade tillbaka avtalet för ändring"),
    "funding.end_contract": _("bestämde att avtalet upphör i förtid"),
    "funding.replace_contract": _("började på ett avtal som ska ersätta det här"),
    "funding.seal_contract": _("förseglade avtalet"),
    "funding.account_for_contract": _("redovisade vad som är använt"),
}


def speak():
    for action, words in WORDS.items():
        journal.describe(action, words)
