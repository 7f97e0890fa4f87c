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
    # network: whoever holds a managing role at the body or above it
    "manages_body": (_("contact coordinator secretariat"), _("secretariat")),
    "manages_mandate": (_("contact coordinator secretariat"), _("secretariat")),
    "manages_import": (_("contact coordinator secretariat"), _("secretariat")),
}
