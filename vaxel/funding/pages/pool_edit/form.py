from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaxel.calendar.clock import today
from vaxel.funding.commands.pools import Plan
from vaxel.funding.domain.cost_share import ShareKey
from vaxel.funding.fields import KronorField
from vaxel.funding.ledger_words import SHARE_KEYS
from vaxel.funding.queries.pools import candidates, paying_streams
from vaxel.network.domain.kinds import Kind
from vaxel.network.models import SharedResource

COST, POST = "cost", "post"


class PoolForm(forms.Form):
    use_required_attribute = False
    title = forms.CharField(
        label=gettext_lazy("Vad heter det?"),
        max_length=160,
        error_messages={"required": gettext_lazy("Skriv vad satsningen heter.")},
    )
    purpose = forms.CharField(
        label=gettext_lazy("Vad ska det användas till?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    host = forms.ChoiceField(
        label=gettext_lazy("Vem tar emot pengarna och redovisar?"),
        error_messages={"required": gettext_lazy("Välj värd.")},
    )
    year = forms.IntegerField(label=gettext_lazy("År"), min_value=1990, max_value=2100)
    yearly = KronorField(
        label=gettext_lazy("Om det är en tjänst: vad kostar den på ett helt år?"),
        required=False,
        help_text=gettext_lazy("Med allt som arbetsgivaren betalar. Då räknas kostnaden ut."),
    )
    percent = forms.IntegerField(
        label=gettext_lazy("Tjänstens omfattning, procent"), required=False, min_value=1, max_value=1000
    )
    months = forms.IntegerField(label=gettext_lazy("Antal månader"), required=False, min_value=1, max_value=12)
    cost = KronorField(label=gettext_lazy("Annars: vad kostar det?"), required=False)
    streams = forms.MultipleChoiceField(
        label=gettext_lazy("Vilka medel betalar?"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "outlined"}),
        help_text=gettext_lazy(
            "Var och en betalar ur den inriktning där den har medel. Välj ingen om de betalar med egna pengar."
        ),
    )
    bodies = forms.MultipleChoiceField(
        label=gettext_lazy("Vilka är med och betalar?"),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "outlined"}),
        error_messages={"required": gettext_lazy("Välj minst en som ska vara med och betala.")},
    )
    key = forms.ChoiceField(
        label=gettext_lazy("Hur delas kostnaden?"),
        widget=forms.RadioSelect(attrs={"class": "outlined"}),
        choices=list(SHARE_KEYS.items()),
        error_messages={"required": gettext_lazy("Välj hur kostnaden delas.")},
    )

    def __init__(self, *args, owner, **kwargs):
        super().__init__(*args, **kwargs)
        self.owner, self.found = owner, candidates(owner)
        self.paying = {str(one.pk): one for one in paying_streams(self.found)}
        self.fields["bodies"].choices = [(str(one.pk), one.name) for one in self.found]
        self.fields["host"].choices = [("", _("välj")), *self._hosts()]
        self.fields["streams"].choices = [(pk, f"{one.title}, {one.agreement.name}") for pk, one in self.paying.items()]
        if not self.paying:
            del self.fields["streams"]
        for one in self.found:
            self.fields[_entered(one)] = KronorField(label=one.name, required=False, help_text="")

    def _hosts(self):
        own = [(str(self.owner.pk), self.owner.name)]
        return own + ([(str(one.pk), one.name) for one in self.found] if self.owner.kind == Kind.COUNTY else [])

    @property
    def plain(self):
        """All but the sums entered party by party, which lie by themselves."""
        return [field for field in self.visible_fields() if not field.name.startswith("entered_")]

    @property
    def entered(self):
        return [field for field in self.visible_fields() if field.name.startswith("entered_")]

    def plan(self, resource=None) -> Plan:
        data = self.cleaned_data
        return Plan(
            title=data["title"],
            purpose=data["purpose"],
            host_id=int(data["host"]),
            body_ids=tuple(int(one) for one in data["bodies"]),
            year=data["year"],
            key=ShareKey(data["key"]),
            cost_ore=data["cost"] or 0,
            yearly_ore=data["yearly"],
            percent=data["percent"],
            months=data["months"],
            streams=tuple(self.paying[one] for one in data.get("streams", ())),
            entered={one.pk: data.get(_entered(one)) or 0 for one in self.found},
            resource=resource,
        )


def _entered(body):
    return f"entered_{body.pk}"


def blank(owner, form_of, resource_id=None):
    """A new one's first values: all of them, by what each was granted; from a shared resource, its name and percent."""
    found = form_of(owner=owner)
    year = max((one.agreement.year for one in found.paying.values()), default=today().year)
    start = {
        "bodies": [str(one.pk) for one in found.found],
        "streams": [pk for pk, one in found.paying.items() if one.agreement.year == year],
        "key": ShareKey.GRANTED if found.paying else ShareKey.EQUAL,
        "year": year,
        "months": 12,
        "host": str(owner.pk) if owner.kind != Kind.COUNTY else "",
    }
    if resource := resource_of(owner, resource_id):
        start |= {"title": resource.name, "percent": resource.percent, "host": str(resource.host_id)}
    return form_of(owner=owner, initial=start)


def resource_of(owner, resource_id):
    """Of the county's own agreements alone."""
    if not str(resource_id or "").isdigit():
        return None
    return SharedResource.objects.filter(pk=resource_id, agreement__county=owner.pk).first()


def of_pool(pool, form_of):
    start = {
        "title": pool.title,
        "purpose": pool.purpose,
        "host": str(pool.host_id),
        "year": pool.year,
        "yearly": pool.yearly_ore,
        "percent": pool.percent,
        "months": pool.months,
        "cost": None if pool.yearly_ore else pool.cost_ore,
        "key": pool.key,
        "streams": [str(one.pk) for one in pool.streams.all()],
        "bodies": [str(part.body_id) for part in pool.parts.all()],
    }
    entered = {f"entered_{part.body_id}": part.ore for part in pool.parts.all()} if pool.key == ShareKey.ENTERED else {}
    return form_of(owner=pool.owner, initial=start | entered)
