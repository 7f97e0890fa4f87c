"""What the journal says of acts on things spread, after the person's name."""

from django.utils.translation import gettext_lazy as _

from vaxel import journal

WORDS = {
    "adoption.create": _("lade upp det"),
    "adoption.edit": _("ändrade uppgifterna"),
    "adoption.link_round": _("knöt ett utskick hit"),
    "adoption.draft_round": _("började på ett utskick"),
    "adoption.register": _("registrerade hur långt införandet har kommit"),
    "adoption.correct": _("rättade en tidigare uppgift"),
    "adoption.share": _("visade uppgiften för länet och avsändaren"),
    "adoption.invite_check": _("bjöd in en granskare"),
    "adoption.withdraw_check": _("tog tillbaka inbjudan"),
    "adoption.decline_check": _("tackade nej till att granska"),
    "adoption.tell_check": _("lämnade sin granskning"),
    "adoption.show_check": _("valde att visa granskningen"),
    "adoption.keep_check": _("behöll granskningen för sig"),
    "adoption.read_need": _("läste in siffror om behov"),
    "adoption.confirm_need": _("införde siffror om behov"),
    "adoption.propose_retirement": _("föreslog att det fasas ut"),
    "adoption.dismiss_retirement": _("avslog förslaget"),
    "adoption.consult_on_retirement": _("började på en remiss till dem som använder det"),
    "adoption.prepare_retirement": _("skrev ett beslut för en andra person att bekräfta"),
    "adoption.return_retirement": _("skickade tillbaka beslutet"),
    "adoption.decide_retirement": _("bekräftade beslutet"),
    "adoption.remind_retirement": _("påminde dem som fortfarande använder det"),
    "adoption.end_retirement": _("avslutade uppföljningen"),
}


def speak():
    for action, words in WORDS.items():
        journal.describe(action, words)
