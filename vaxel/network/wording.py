"""What the kinds of body, the roles and the trees are called by those who read them."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from vaxel.network.domain.kinds import Kind, Lineage, Role

KINDS = {
    Kind.NATION: _("nationen"),
    Kind.SECRETARIAT: _("nationellt kansli"),
    Kind.AGENCY: _("myndighet"),
    Kind.HEALTHCARE_REGION: _("sjukvårdsregion"),
    Kind.RESOURCE_CENTRE: _("resurscentrum"),
    Kind.COUNTY: _("län"),
    Kind.REGION: _("region"),
    Kind.MUNICIPALITY: _("kommun"),
    Kind.UNIT: _("enhet"),
    Kind.USER_ORGANISATION: _("brukar- och närståendeorganisation"),
    Kind.SUPPORT_STRUCTURE: _("stödstruktur"),
    Kind.GROUP: _("grupp"),
}

ROLES = {
    Role.SECRETARIAT: _("nationellt kansli"),
    Role.COORDINATOR: _("samordnare"),
    Role.CONTACT: _("kontaktperson"),
    Role.APPROVER: _("attestant"),
    Role.REGISTRAR: _("registrator"),
    Role.CONTROLLER: _("controller"),
    Role.PROCESS_LEADER: _("processledare"),
    Role.MEMBER: _("ledamot"),
}

# What the role lets someone do, for whoever appoints.
DUTIES = {
    Role.COORDINATOR: _("tar emot, skickar vidare och sammanställer"),
    Role.CONTACT: _("tar emot och svarar"),
    Role.APPROVER: _("beslutar svaren innan de lämnar organisationen"),
    Role.REGISTRAR: _("diarieför det som kommer och går"),
    Role.CONTROLLER: _("följer medel och redovisning"),
    Role.PROCESS_LEADER: _("leder ett område eller en nod"),
    Role.MEMBER: _("deltar i en grupp"),
    Role.SECRETARIAT: _("sänder och följer upp nationellt"),
}

LINEAGE = {
    Lineage.MERGED: _("gick ihop"),
    Lineage.SPLIT: _("delades"),
    Lineage.RENAMED: _("bytte namn"),
    Lineage.TAKEN_OVER: _("togs över"),
}


def kind_name(kind):
    return KINDS.get(kind, kind)


def role_name(role):
    return ROLES.get(role, role)


def counted(kind, number):
    """ "290 kommuner" """
    return _plural(kind, number) % {"n": number}


def _plural(kind, number):
    match kind:
        case Kind.HEALTHCARE_REGION:
            return ngettext("%(n)s sjukvårdsregion", "%(n)s sjukvårdsregioner", number)
        case Kind.COUNTY:
            return ngettext("%(n)s län", "%(n)s län", number)
        case Kind.REGION:
            return ngettext("%(n)s region", "%(n)s regioner", number)
        case Kind.MUNICIPALITY:
            return ngettext("%(n)s kommun", "%(n)s kommuner", number)
        case Kind.UNIT:
            return ngettext("%(n)s enhet", "%(n)s enheter", number)
        case Kind.AGENCY:
            return ngettext("%(n)s myndighet", "%(n)s myndigheter", number)
        case Kind.RESOURCE_CENTRE:
            return ngettext("%(n)s resurscentrum", "%(n)s resurscentra", number)
        case Kind.USER_ORGANISATION:
            return ngettext(
                "%(n)s brukar- och närståendeorganisation", "%(n)s brukar- och närståendeorganisationer", number
            )
        case Kind.SUPPORT_STRUCTURE:
            return ngettext("%(n)s stödstruktur", "%(n)s stödstrukturer", number)
        case Kind.GROUP:
            return ngettext("%(n)s grupp", "%(n)s grupper", number)
        case _:
            return f"%(n)s {kind_name(kind)}"


def listed(names):
    """ "Dalarna, Gävleborg och Uppsala" """
    if len(names) < 2:
        return "".join(names)
    return gettext("%(first)s och %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}
