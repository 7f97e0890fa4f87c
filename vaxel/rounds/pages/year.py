"""`?ar=`: which year a page is about."""

from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.ui.refusal import Refusal

PARAMETER = "ar"


def year_of(request, years) -> int:
    """This year unless another of `years` is asked for."""
    written = request.GET.get(PARAMETER, "")
    if not written:
        return today().year
    found = next((year for year in years if str(year) == written), None)
    if found is None:
        raise Refusal(_("För det året finns ingenting. Välj ett av åren på sidan."), status=404)
    return found
