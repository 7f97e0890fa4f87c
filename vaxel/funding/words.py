"""What a person reads for funding's own words."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vaxel.funding.domain.chain import Link
from vaxel.funding.domain.conditions import ConditionKind
from vaxel.funding.domain.life import AgreementState
from vaxel.funding.domain.requisition import RequisitionState, Standing
from vaxel.funding.domain.spending import Outcome, ReportState
from vaxel.funding.domain.terms import Allocation, Level, Receivers, Rounding

LINKS = {
    Link.REQUISITION: _("Sista dag att rekvirera"),
    Link.CONTRACTS: _("Avtal med kommunerna undertecknade"),
    Link.INTERIM: _("Delredovisning"),
    Link.SPENT: _("Medlen använda"),
    Link.BODY_REPORT: _("Slutredovisning från varje mottagare"),
    Link.COUNTY_REPORT: _("Länets sammanställning"),
    Link.NATIONAL_REPORT: _("Redovisning till den som betalar"),
    Link.REPAYMENT: _("Återbetalning"),
}
STATES = {
    AgreementState.DRAFT: _("utkast"),
    AgreementState.PREPARED: _("väntar på beslut"),
    AgreementState.DECIDED: _("beslutad"),
    AgreementState.REPLACED: _("ersatt av en senare version"),
}
RECEIVERS = {
    Receivers.MUNICIPALITY: _("kommuner"),
    Receivers.REGION: _("regioner"),
    Receivers.COUNTY: pgettext_lazy("several", "län"),
    Receivers.HEALTHCARE_REGION: _("sjukvårdsregioner"),
}
ALLOCATIONS = {
    Allocation.POPULATION: _("efter folkmängd"),
    Allocation.EQUAL: _("lika till alla"),
    Allocation.BASE_AND_POPULATION: _("grundbelopp och resten efter folkmängd"),
    Allocation.SHARES: _("efter en andelstabell"),
    Allocation.ENTERED: _("belopp som står i överenskommelsen"),
}
ROUNDINGS = {
    Rounding.NEAREST: _("var och en till närmaste krona"),
    Rounding.LARGEST_REMAINDER: _("största rest, så att summan blir potten"),
}
LEVELS = {
    Level.DIRECT: _("direkt till mottagarna"),
    Level.NESTED: _("först till länen, sedan inom varje län"),
}
CONDITIONS = {
    ConditionKind.BASIC: _("grundläggande krav"),
    ConditionKind.INTERIM_ACCOUNT: _("delredovisningen är inlämnad"),
    ConditionKind.PLAN_AND_ANALYSIS: _("länets analys och handlingsplan är inlämnade"),
    ConditionKind.MUNICIPAL_SHARE: _("en minsta del går till samverkan med kommuner"),
}
STANDINGS = {
    Standing.REQUISITIONED: _("har rekvirerat"),
    Standing.WAITING: _("har inte rekvirerat än"),
    Standing.DECLINED: _("har avstått"),
    Standing.LAPSED: _("rätten har fallit bort"),
}
REQUISITIONS = {
    RequisitionState.WAITING: _("väntar på rekvisition"),
    RequisitionState.ACCEPTED: _("rekvirerat"),
    RequisitionState.DECLINED: _("avstått"),
    RequisitionState.LAPSED: _("bortfallet"),
}
# What a body of two kinds receives as each.
RECEIVER_ONE = {
    Receivers.MUNICIPALITY: _("Som kommun"),
    Receivers.REGION: _("Som region"),
    Receivers.COUNTY: _("Som län"),
    Receivers.HEALTHCARE_REGION: _("Som sjukvårdsregion"),
}
REPORTS = {
    ReportState.REPORTED: _("har redovisat"),
    ReportState.NOTHING: _("hade inget att redovisa"),
    ReportState.NOT_IN: _("har inte redovisat än"),
    ReportState.DECLINED: _("har avstått från att redovisa"),
}
OUTCOMES = {
    Outcome.MET: _("uppfyllt"),
    Outcome.NOT_MET: _("inte uppfyllt"),
    Outcome.OPEN: _("inte prövat än"),
}
