"""What the journal says of the network's acts, after the person's name."""

from django.utils.translation import gettext_lazy as _

from vaxel import journal

WORDS = {
    "network.create_body": _("lade upp aktören"),
    "network.rename": _("ändrade namnet"),
    "network.recode": _("ändrade koden"),
    "network.end_body": _("avslutade aktören"),
    "network.merged": _("antecknade att aktören gick samman med en annan"),
    "network.split": _("antecknade att aktören delades"),
    "network.taken_over": _("antecknade att en annan tog över"),
    "network.mailbox": _("ändrade funktionsbrevlådan"),
    "network.tie": _("lade till en tillhörighet"),
    "network.end_tie": _("avslutade en tillhörighet"),
    "network.create_person": _("lade upp personen"),
    "network.correct_person": _("rättade uppgifter om en person"),
    "network.appoint": _("gav ett uppdrag"),
    "network.leave_vacant": _("lade upp en vakant plats"),
    "network.end_mandate": _("avslutade ett uppdrag"),
    "network.fill_vacancy": _("tillsatte en vakant plats"),
    "network.reopen_mandate": _("ångrade att ett uppdrag avslutats"),
    "network.make_token": _("skapade en nyckel för program"),
    "network.revoke_token": _("tog bort en nyckel för program"),
    "network.add_webhook": _("bad att ett program får besked"),
    "network.remove_webhook": _("tog bort ett programs besked"),
    "network.take": _("tog något i inkorgen"),
    "network.give_back": _("lämnade tillbaka något i inkorgen"),
    "network.two_steps": _("bestämde att svar beslutas i två steg"),
    "network.one_step": _("bestämde att den som svarar också beslutar"),
    "network.contact_order": _("ändrade i vilken ordning organisationen nås"),
    "network.be_away": _("anmälde frånvaro"),
    "network.come_back": _("avslutade en frånvaro"),
    "network.address_works": _("sade att en adress fungerar igen"),
    "network.steering_mailbox": _("ändrade styrgruppens adress"),
    "network.import_units": _("läste in enheter från en fil"),
    "network.draft_agreement": _("började skriva länsöverenskommelsen"),
    "network.edit_agreement": _("ändrade utkastet till länsöverenskommelse"),
    "network.propose_agreement": _("lade länsöverenskommelsen för underskrift"),
    "network.call_back_agreement": _("tog tillbaka länsöverenskommelsen för ändring"),
    "network.sign_agreement": _("skrev under länsöverenskommelsen"),
    "network.end_agreement": _("avslutade länsöverenskommelsen"),
    "network.reference": _("läste in referensdata"),
}


def speak():
    for action, words in WORDS.items():
        journal.describe(action, words)
