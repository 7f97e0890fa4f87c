"""A page of a list, whatever stands in the address: a page that does not exist is a sentence, never a 500."""

from django.core.paginator import Paginator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.ui.refusal import Refusal

PARAMETER = "sida"
LONGEST = 9  # digits; a longer number is no page of ours, and the database need not see it


def page_of(request, queryset, size=50):
    """Django's Page of `queryset` for `?sida=`; Refusal 404 past the end, 400 when it is no page number."""
    asked = request.GET.get(PARAMETER, "1")
    paginator = Paginator(queryset, size)
    if not (asked.isascii() and asked.isdigit()):
        raise Refusal(
            _("Sidnumret i adressen ska vara ett heltal från 1. Börja om från listans första sida."), status=400
        )
    if len(asked.lstrip("0")) > LONGEST or not 1 <= int(asked) <= paginator.num_pages:
        raise Refusal(_past_the_end(asked, paginator.num_pages), status=404)
    return paginator.page(int(asked))


def _past_the_end(asked, last):
    sentence = ngettext(
        "Sidan %(asked)s finns inte: listan har en sida. Börja om från den.",
        "Sidan %(asked)s finns inte: listan har %(last)s sidor. Börja om från listans första sida.",
        last,
    )
    return sentence % {"asked": asked[:20], "last": last}
