"""What the kinds of body, the roles and the trees are called by those who read them."""

from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from vaxel.network.domain.kinds import Kind, Lineage, Role
from vaxel.network.domain.order import Turn

KINDS = {
    Kind.NATION: _("nation"),
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

GROUPINGS = {"skr": _("SKR:s kommungrupp")}

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


PLURALS = {
    Kind.HEALTHCARE_REGION: ngettext_lazy("%(n)s sjukvårdsregion", "%(n)s sjukvårdsregioner", "n"),
    Kind.COUNTY: ngettext_lazy("%(n)s län", "%(n)s län", "n"),
    Kind.REGION: ngettext_lazy("%(n)s region", "%(n)s regioner", "n"),
    Kind.MUNICIPALITY: ngettext_lazy("%(n)s kommun", "%(n)s kommuner", "n"),
    Kind.UNIT: ngettext_lazy("%(n)s enhet", "%(n)s enheter", "n"),
    Kind.AGENCY: ngettext_lazy("%(n)s myndighet", "%(n)s myndigheter", "n"),
    Kind.RESOURCE_CENTRE: ngettext_lazy("%(n)s resurscentrum", "%(n)s resurscentra", "n"),
    Kind.SECRETARIAT: ngettext_lazy("%(n)s nationellt kansli", "%(n)s nationella kanslier", "n"),
    Kind.USER_ORGANISATION: ngettext_lazy(
        "%(n)s brukar- och närståendeorganisation", "%(n)s brukar- och närståendeorganisationer", "n"
    ),
    Kind.SUPPORT_STRUCTURE: ngettext_lazy("%(n)s stödstruktur", "%(n)s stödstrukturer", "n"),
    Kind.GROUP: ngettext_lazy("%(n)s grupp", "%(n)s grupper", "n"),
}


def counted(kind, number):
    """ "290 kommuner" """
    return PLURALS[kind] % {"n": number}


def listed(names):
    """ "Dalarna, Gävleborg och Uppsala" """
    if len(names) < 2:
        return "".join(names)
    return gettext("%(first)s och %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}


# Whose turn it is in a body's order of contact.
TURNS = {
    Turn.CONTACT: _("kontaktpersonen"),
    Turn.DEPUTY: _("ersättaren"),
    Turn.MAILBOX: _("funktionsbrevlådan"),
    Turn.COORDINATOR: _("länets samordnare"),
}
