"""The contract's clauses and terms in one form; a clause left without heading and text is taken away."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vaxel.calendar.fields import SwedishDateField
from vaxel.funding.domain.contract_terms import DAY, ContractTerms
from vaxel.funding.domain.contract_text import KEY, ContractText
from vaxel.funding.fields import KronorField
from vaxel.text.domain.section_diff import Section

NEW = "new"


def _area(rows):
    return forms.Textarea(attrs={"rows": rows})


class ContractForm(forms.Form):
    """`words`: with their places. What is posted may hold other clauses than those that were read."""

    use_required_attribute = False
    seen = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(label=_("Rubrik"), max_length=300, error_messages={"required": _("Skriv en rubrik.")})
    total = KronorField(label=_("Belopp"))
    planned = KronorField(label=_("Planerat till samverkan med kommuner"))
    reference = forms.CharField(label=_("Referenskod på fakturan"), max_length=40, required=False)
    starts = SwedishDateField(label=_("Gäller från och med"))
    last_day = SwedishDateField(label=_("Gäller till och med"))
    municipal_by = SwedishDateField(label=_("Avtal med kommuner undertecknade senast"), required=False)
    interim_on = SwedishDateField(label=_("Delredovisning senast"))
    final_on = SwedishDateField(label=_("Slutredovisning senast"))
    why = forms.CharField(
        label=_("Vad har ni ändrat?"),
        required=False,
        max_length=500,
        help_text=_("Visas för parterna bredvid lydelsen."),
    )

    def __init__(self, *args, words: ContractText, least_percent=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.least_percent = least_percent
        self.ids = [one.id for one in words.clauses]
        for clause in words.clauses:
            self._add(clause.id, _("Rubrik"), _("Text"), clause)
        self._add(NEW, _("Ny punkt: rubrik"), _("Ny punkt: text"), None)
        if least_percent is None:
            del self.fields["planned"], self.fields["municipal_by"]

    def _add(self, key, title_label, text_label, clause):
        rows = min(14, max(3, len(clause.text) // 70)) if clause else 4
        self.fields[f"title-{key}"] = forms.CharField(
            label=title_label, max_length=200, required=False, initial=clause.title if clause else ""
        )
        self.fields[f"text-{key}"] = forms.CharField(
            label=text_label,
            max_length=20000,
            required=False,
            initial=clause.text if clause else "",
            widget=_area(rows),
        )

    @property
    def clauses(self):
        """[(heading field, text field)] as the page lays them out."""
        return [(self[f"title-{key}"], self[f"text-{key}"]) for key in (*self.ids, NEW)]

    @property
    def terms(self):
        names = [
            name for name in self.fields if not name.startswith(("title", "text-")) and name not in {"seen", "why"}
        ]
        return [self[name] for name in names]

    def words(self) -> ContractText:
        data = self.cleaned_data
        kept = [
            Section(key, data[f"title-{key}"].strip(), data[f"text-{key}"].replace("\r\n", "\n").strip())
            for key in self.ids
            if data[f"title-{key}"].strip() or data[f"text-{key}"].strip()
        ]
        if data[f"title-{NEW}"].strip() or data[f"text-{NEW}"].strip():
            text = data[f"text-{NEW}"].replace("\r\n", "\n").strip()
            kept.append(Section(self._free(), data[f"title-{NEW}"].strip(), text))
        return ContractText(data["title"].strip(), tuple(kept))

    def _free(self) -> str:
        """An id that no clause has had in this form: "tillagg-1"."""
        return next(key for n in range(1, 1000) if KEY.fullmatch(key := f"tillagg-{n}") and key not in self.ids)

    def read_terms(self) -> ContractTerms:
        data = self.cleaned_data
        return ContractTerms(
            total_ore=data["total"],
            planned_municipal_ore=data.get("planned") or 0,
            least_percent=self.least_percent,
            reference=data["reference"].strip(),
            starts=data["starts"],
            ends=data["last_day"] + DAY,
            municipal_by=data.get("municipal_by"),
            interim_on=data["interim_on"],
            final_on=data["final_on"],
        )


def started_from(version) -> dict:
    return {
        "seen": version.number,
        "title": version.content["title"],
        "total": version.total_ore,
        "planned": version.planned_municipal_ore,
        "reference": version.reference,
        "starts": version.starts,
        "last_day": version.ends - DAY,
        "municipal_by": version.municipal_by,
        "interim_on": version.interim_on,
        "final_on": version.final_on,
    }
