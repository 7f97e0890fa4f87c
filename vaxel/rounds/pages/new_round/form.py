"""The three steps as one form. A draft may lack what sending needs; what is written must be right either way."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.network.models import Person
from vaxel.rounds.pages.new_round.to_whom import FILTERS, ToWhom, complain_of
from vaxel.rounds.pages.new_round.what import What, kind_choices, template_choices
from vaxel.rounds.pages.new_round.when import When
from vaxel.rounds.queries.pasted import resolve

WHO = ("other_senders", "co_workers")  # a co-worker reads them and writes the words
ALWAYS = {"kind", "title"}  # without these a draft cannot be found again
PLAIN = (
    "kind title text replaces minutes legal_basis consulted is_public answers_public answer_by_link forward_text "
    "route opens due compile_due reminds"
).split()


class RoundForm(When, ToWhom, What):
    use_required_attribute = False  # saving a half-written draft is the point

    def __init__(self, *args, options, versions, saving=True, senders_say=True, **kwargs):
        super().__init__(*args, **kwargs)
        self.senders_say = senders_say
        for name in WHO:
            self.fields[name].disabled = not senders_say
        self.demanded = ALWAYS if saving else set()
        for name in (*FILTERS, "groups"):
            self.fields[name].choices = options[name]
        self.fields["kind"].choices = kind_choices(self.initial.get("kind"))
        self.fields["template_version"].choices = template_choices(versions)

    def full_clean(self):
        """Lacking is not wrong in a draft: only what was written wrongly is said."""
        super().full_clean()
        for name in [name for name in self.errors if name not in {*self.demanded, "__all__"}]:
            if all(error.code == "required" for error in self.errors[name].as_data()):
                del self._errors[name]
                self.cleaned_data.setdefault(name, None if name == "due" else "")

    def clean_other_senders(self):
        found = resolve(self.cleaned_data["other_senders"], today())
        complain_of(found)
        return list(found.body_ids)

    def clean_co_workers(self):
        written = [line.strip() for line in self.cleaned_data["co_workers"].replace(",", "\n").splitlines()]
        written = [address for address in written if address]
        found = dict(Person.objects.filter(email__in=written, erased_at=None).values_list("email", "id"))
        if missing := [address for address in written if address not in found]:
            raise ValidationError(
                _(
                    "Ingen i nätverket har adressen %(addresses)s. Kontrollera stavningen, eller lägg till personen först."
                )
                % {"addresses": ", ".join(missing)}
            )
        return list(found.values())

    def changes(self):
        """What `create_round` and `edit_round` take."""
        data = self.cleaned_data
        chosen = data.get("template_version")
        who = {"senders": data["other_senders"], "co_workers": data["co_workers"]} if self.senders_say else {}
        return (
            who
            | {name: data[name] for name in PLAIN if name in data}
            | {
                "template_version_id": int(chosen) if chosen else None,
                "audience": self.rule(),
                "remind_days": self.remind_days(),
            }
        )


def reminding(days):
    """The plan's days as the form shows them."""
    before, after = [-day for day in days if day < 0], [day for day in days if day >= 0]
    return {"remind_before": ", ".join(map(str, before)), "remind_after": ", ".join(map(str, after))}


def initial_of(round, names):
    """A saved draft as the form shows it; `names` say the bodies of its lists."""
    rule = round.audience or {}
    listed = lambda key: "\n".join(names[one] for one in rule.get(key, []) if one in names)  # noqa: E731
    return {name: getattr(round, name) for name in PLAIN} | {
        "template_version": str(round.template_version_id or ""),
        "rule": rule,
        **reminding(round.remind_days),
        "levels": rule.get("kinds", []),
        "healthcare_regions": [str(one) for one in rule.get("healthcare_regions", [])],
        "counties": [str(one) for one in rule.get("counties", [])],
        "groups": rule.get("groups", []),
        "listed": listed("bodies"),
        "excepted": listed("except"),
        "other_senders": "\n".join(
            names[sender.body_id]
            for sender in round.senders.all()
            if sender.body_id in names and sender.body_id != round.owner_id
        ),
        "co_workers": "\n".join(co_worker.person.email for co_worker in round.co_workers.all()),
    }
