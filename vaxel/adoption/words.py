"""Stages and states as a reader meets them."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vaxel.adoption.domain.checking import CheckState
from vaxel.adoption.domain.life import ThingState
from vaxel.adoption.domain.retiring import Outcome, RetirementState
from vaxel.adoption.domain.stages import AdoptionStage as Stage
from vaxel.rounds.words import capital

# Of one body: "Falun förbereder".
DOES = {
    Stage.NONE: _("inget registrerat än"),
    Stage.NOT_RELEVANT: _("inte aktuellt"),
    Stage.EXPLORING: _("undersöker"),
    Stage.INSTALLING: _("förbereder"),
    Stage.INITIAL_USE: _("har börjat använda"),
    Stage.FULL_USE: _("använder fullt ut"),
    Stage.RETIRED: _("har slutat använda"),
}

# The stops of the line: what has been reached.
STOPS = {
    Stage.EXPLORING: _("Undersöker"),
    Stage.INSTALLING: _("Förbereder"),
    Stage.INITIAL_USE: _("Har börjat använda"),
    Stage.FULL_USE: _("Använder fullt ut"),
}
# Under each choice in the form.
EXPLAINED = {
    Stage.EXPLORING: _("Vi tar reda på om det passar oss, och vad det kräver."),
    Stage.INSTALLING: _("Det är bestämt. Vi utbildar, ordnar tid och lokaler."),
    Stage.INITIAL_USE: _("Det används på någon plats eller av några."),
    Stage.FULL_USE: _("Det används av alla det är tänkt för hos oss."),
    Stage.NOT_RELEVANT: _("Det angår inte oss. Skriv varför."),
    Stage.RETIRED: _("Vi har använt det, men gör det inte längre."),
}
NEXT = {
    Stage.EXPLORING: _("Nästa: ta reda på om det passar er."),
    Stage.INSTALLING: _("Nästa: bestäm er, och förbered med utbildning och tid."),
    Stage.INITIAL_USE: _("Nästa: börja använda det på någon plats."),
    Stage.FULL_USE: _("Nästa: låt det nå alla det är tänkt för."),
}
LOOKS = {
    Stage.FULL_USE: "s4",
    Stage.INITIAL_USE: "s3",
    Stage.INSTALLING: "s2",
    Stage.EXPLORING: "s1",
    Stage.NONE: "s0",
    Stage.NOT_RELEVANT: "none",
    Stage.RETIRED: "none",
}
THING_STATES = {
    ThingState.IN_USE: pgettext_lazy("a thing", "används"),
    ThingState.BEING_RETIRED: _("fasas ut"),
    ThingState.RETIRED: _("utfasat"),
}
CHECKS = {
    CheckState.INVITED: _("inbjuden, har inte svarat"),
    CheckState.DECLINED: _("tackade nej"),
    CheckState.TOLD: _("granskat, ni bestämmer om det visas"),
    CheckState.SHOWN: _("granskat, visas för länet och avsändaren"),
    CheckState.KEPT: _("granskat, visas bara hos er"),
    CheckState.WITHDRAWN: _("inbjudan togs tillbaka"),
}
RETIREMENTS = {
    RetirementState.PROPOSED: _("föreslaget"),
    RetirementState.CONSULTING: _("på remiss"),
    RetirementState.HEARD: _("remissen är klar"),
    RetirementState.PREPARED: _("beslut väntar på bekräftelse"),
    RetirementState.DISMISSED: _("avslaget"),
    RetirementState.KEPT: _("behålls"),
    RetirementState.PHASING_OUT: _("fasas ut"),
    RetirementState.ENDED: _("utfasat och uppföljt"),
}
OUTCOMES = {
    Outcome.KEEP: _("Den behålls"),
    Outcome.RETIRE: _("Den fasas ut från en dag"),
    Outcome.REPLACE: _("Den ersätts av något annat från en dag"),
}


def does(stage) -> str:
    return str(DOES[Stage(stage)])


__all__ = ["capital"]
