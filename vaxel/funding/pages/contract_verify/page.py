"""Anyone may ask whether a PDF is as it was sealed here, and which contract a checksum is of. Nothing is kept."""

from allauth.core import ratelimit
from django import forms
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaxel import files
from vaxel.accounts.access import PUBLIC, access
from vaxel.funding.pages.contract_wording import STATES
from vaxel.funding.queries.contract_standing import standing
from vaxel.funding.queries.verifying import Verdict, by_hash, verify
from vaxel.network.pages.saying_no import refused_in, status_of
from vaxel.ui.refusal import Refusal

PAGE = "funding/pages/contract_verify/page.html"
LARGEST = 10 * 2**20
TOO_MANY = 429


class FileForm(forms.Form):
    use_required_attribute = False
    upload = forms.FileField(
        label=gettext_lazy("Pdf-fil"),
        help_text=gettext_lazy("Högst 10 MB. Filen läses och sparas inte."),
        widget=forms.FileInput(attrs={"accept": ".pdf"}),
        error_messages={
            "required": gettext_lazy("Välj en fil."),
            "empty": gettext_lazy("Filen är tom. Välj en annan."),
        },
    )

    def clean_upload(self):
        upload = self.cleaned_data["upload"]
        if upload.size > LARGEST:
            raise forms.ValidationError(_("Filen är större än 10 MB. Välj den förseglade pdf-filen."))
        return upload


@access(PUBLIC)
def verify_page(request):
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    context = {"form": form, "heading": _("Är avtalet oförändrat sedan det förseglades?")}
    if form.is_bound and form.is_valid():
        with refused_in(form):
            _not_too_many(request)
            found = verify(files.looked_through(form.cleaned_data["upload"], allowed=["pdf"], field="upload"))
            context |= {"found": found, "heading": _says(found), "contract": _contract(found.version)}
    return render(request, PAGE, context, status=status_of(form))


def _not_too_many(request):
    """To take a file apart is the dearest thing anyone may ask of us without a login."""
    if not ratelimit.consume(request, action="verify_file"):
        sentence = _("Många filer har kontrollerats härifrån den senaste stunden. Vänta tio minuter och försök igen.")
        raise Refusal(sentence, field="upload", status=TOO_MANY)


@access(PUBLIC)
def known_page(request, sha256):
    version = by_hash(sha256)
    if version is None:
        raise Http404
    heading = _("Kontrollsumman är avtal %(number)s, lydelse %(n)s.")
    said = {"number": version.contract.number, "n": version.number}
    return render(request, PAGE, {"form": FileForm(), "heading": heading % said, "contract": _contract(version)})


def _says(found):
    return {
        Verdict.OURS: _("Filen är oförändrad sedan den förseglades här."),
        Verdict.OURS_AND_OTHERS: _("Det som förseglades här är oförändrat. Filen är förseglad en gång till efteråt."),
        Verdict.ALTERED: _("Filen är ändrad efter att den förseglades. Lita inte på den."),
        Verdict.STRANGER: _("Filen är hel, men förseglad av någon som inte är känd här."),
        Verdict.UNSEALED: _("Filen är inte förseglad. Det går inte att säga om den är ändrad."),
        Verdict.UNREADABLE: _("Filen går inte att läsa som pdf."),
    }[found.verdict]


def _contract(version):
    if version is None:
        return None
    now = standing(version.contract)
    return {
        "number": version.contract.number,
        "version": version.number,
        "title": version.text.title,
        "state": STATES[now.state],
        "latest": now.version.pk == version.pk,
        "hash": version.sha256,
    }
