"""`vaxel allocate --published`: which rounding an old table used, with the rows that tell."""

from django.utils.translation import gettext as _

from vaxel.funding.domain.old_table import rounding_used


def told_of(table):
    found = rounding_used(table)
    lines = [_(one.text) % one.values for one in (found.sentence, *found.evidence)]
    if found.odd_shares:
        names = ", ".join(row.name for row in found.odd_shares[:5])
        lines.append(
            _("%(number)s rader har andra andelar än nyckeln ger: %(names)s.")
            % {"number": len(found.odd_shares), "names": names}
        )
    return "\n    ".join(lines) + "\n"
