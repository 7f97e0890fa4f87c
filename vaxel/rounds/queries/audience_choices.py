"""What an audience can be filtered by on a day: counties, healthcare regions, SKR's groups."""

from vaxel.network.domain.kinds import Kind
from vaxel.network.domain.names import swedish_key
from vaxel.network.models import Grouping
from vaxel.network.queries.asof import at
from vaxel.rounds.models import TemplateVersion


def audience_choices(day):
    """Field name → choices; three queries."""
    return {
        "counties": _bodies(day, Kind.COUNTY),
        "healthcare_regions": _bodies(day, Kind.HEALTHCARE_REGION),
        "groups": _groups(day),
    }


def _bodies(day, kind):
    named = at(day).of_kind(kind)
    return sorted(((str(body.pk), body.short_name or body.name) for body in named), key=lambda one: swedish_key(one[1]))


def _groups(day):
    rows = Grouping.objects.at(day).filter(scheme__startswith="skr").values_list("code", "name").distinct()
    return [(code, f"{code} {name}") for code, name in sorted(rows)]


def newest_versions(owner_id):
    """The latest version of each template the body owns, frozen or not."""
    versions = TemplateVersion.objects.filter(template__owner=owner_id, template__archived_at=None)
    newest = {}
    for version in versions.select_related("template").order_by("template__title", "template_id", "number"):
        newest[version.template_id] = version
    return list(newest.values())
