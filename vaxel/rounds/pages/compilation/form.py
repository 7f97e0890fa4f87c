from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from vaxel.network.domain.kinds import Kind
from vaxel.network.domain.names import swedish_key
from vaxel.network.queries.asof import at
from vaxel.rounds.models import FrameRange

LEVELS = (Kind.HEALTHCARE_REGION, Kind.COUNTY)


class Choose(forms.Form):
    """Which level's part, and by which division; sent by GET."""

    nod = forms.ChoiceField(label=_("Del"), required=False)
    som = forms.ChoiceField(
        label=_("Indelning"), required=False, choices=[("", _("när den skickades")), ("idag", _("dagens"))]
    )

    bas = forms.CharField(required=False, widget=forms.HiddenInput)  # the basis stays as chosen

    def __init__(self, data, *, round, place):
        super().__init__(data)
        nodes = FrameRange.objects.filter(frame=round.frame_id, node__kind__in=LEVELS).values_list("node_id", flat=True)
        bodies = sorted(
            at(round.frame.as_of).named(set(nodes)),
            key=lambda body: (body.kind != Kind.COUNTY, swedish_key(body.name or "")),
        )
        self.fields["nod"].choices = [("alla", now_("Hela landet")), *((str(body.pk), body.name) for body in bodies)]
        self.initial["nod"] = str(place.node_id or "alla")
        self.data = self.data.copy()
        self.data["nod"] = self.initial["nod"]
