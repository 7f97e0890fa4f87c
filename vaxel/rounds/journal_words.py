"""What the journal says of acts on rounds, after the person's name."""

from django.utils.translation import gettext_lazy as _

from vaxel import journal

WORDS = {
    "rounds.create": _("började på ett utkast"),
    "rounds.edit": _("ändrade utkastet"),
    "rounds.attach": _("bifogade en handling"),
    "rounds.detach": _("tog bort en handling"),
    "rounds.ask_second": _("bad en kollega bekräfta utskicket"),
    "rounds.send": _("skickade"),
    "rounds.recall": _("ångrade utskicket"),
    "rounds.prolong": _("förlängde svarstiden"),
    "rounds.remind": _("påminde dem som inte har svarat"),
    "rounds.close": _("stängde"),
    "rounds.feed_back": _("återkopplade"),
    "rounds.ask": _("ställde en fråga"),
    "rounds.reply": _("svarade på en fråga"),
    "rounds.correct": _("skickade en rättelse"),
    "rounds.also_reached": _("skickade vidare till en som inte var tillfrågad"),
    "rounds.received": _("bekräftade mottagandet"),
    "rounds.relayed": _("skickade vidare"),
    "rounds.assign": _("fördelade till en kollega"),
    "rounds.give_section": _("fördelade ett avsnitt"),
    "rounds.take_back_section": _("tog tillbaka ett avsnitt"),
    "rounds.section_done": _("blev klar med ett avsnitt"),
    "rounds.section_open_again": _("öppnade ett avsnitt igen"),
    "rounds.answered": _("skickade svaret"),
    "rounds.for_decision": _("lämnade svaret för beslut"),
    "rounds.approved": _("beslutade svaret"),
    "rounds.send_back": _("skickade tillbaka svaret för ändring"),
    "rounds.withdrawn": _("drog tillbaka svaret"),
    "rounds.nothing_to_report": _("meddelade att det inte finns något att redovisa"),
    "rounds.declined": _("avstod, med skäl"),
    "rounds.completion_requested": _("begärde komplettering"),
    "rounds.take_in_workbook": _("läste in en arbetsbok i utkastet"),
    "rounds.issue_link": _("skickade en länk att svara med"),
    "rounds.revoke_link": _("återkallade en länk att svara med"),
    "rounds.adopted": _("antog länets gemensamma svar"),
    "rounds.outdated": _("ändrade något som ett antaget gemensamt svar bygger på"),
    "rounds.stood_aside": _("valde att stå för det egna svaret"),
    "rounds.joint_write": _("skrev i länets gemensamma svar"),
    "rounds.joint_propose": _("lade fram länets gemensamma svar"),
    "rounds.compilation_write": _("skrev i sammanställningen"),
    "rounds.compilation_finish": _("färdigställde sammanställningen"),
    "rounds.compilation_reopen": _("öppnade sammanställningen igen"),
    "rounds.own_number": _("skrev ett eget diarienummer"),
    "rounds.register_mail": _("ändrade vart handlingar mejlas för diariet"),
    "rounds.create_template": _("skapade en mall"),
    "rounds.rename_template": _("bytte namn på mallen"),
    "rounds.save_template": _("ändrade mallen"),
    "rounds.new_template_version": _("började på en ny version av mallen"),
    "rounds.archive_template": _("lade undan mallen"),
    "rounds.bring_back_template": _("tog fram mallen igen"),
}


def speak():
    for action, words in WORDS.items():
        journal.describe(action, words)
