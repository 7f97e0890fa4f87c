"""What the page shell shows about who acts; the site's context takes it in as it is."""

from django.urls import reverse

from vaxel.network.wording import role_name


def person_context(actor):
    """`mandates` [{id, label, current}] and `switch_url`; empty for who has no mandate today."""
    return {
        "mandates": [_mandate(mandate, actor) for mandate in actor.mandates],
        "switch_url": reverse("switch_mandate"),
    }


def _mandate(mandate, actor):
    label = f"{mandate.title or str(role_name(mandate.role)).capitalize()}, {mandate.body_name}"
    return {"id": mandate.id, "label": label, "current": mandate == actor.current}
