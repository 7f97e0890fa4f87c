"""A table question's columns: a name and what it holds, with a couple of empty places for more."""

from django import forms

from vaxel.rounds.domain.question import COLUMN_TYPES
from vaxel.rounds.domain.template import new_id
from vaxel.rounds.forms.types import TYPES

EMPTY_PLACES = 2
MOST = 8


class ColumnsInput(forms.Widget):
    template_name = "rounds/forms/columns.html"
    use_fieldset = True

    def value_from_datadict(self, data, files, name):
        rows = [
            {part: data.get(f"{name}-{i}-{part}", "").strip() for part in ("id", "label", "type")} for i in range(MOST)
        ]
        return [row for row in rows if row["label"]]

    def value_omitted_from_data(self, data, files, name):
        return f"{name}-0-label" not in data

    def id_for_label(self, id_):
        return id_

    def get_context(self, name, value, attrs):
        rows = [*(value or []), *({"id": "", "label": "", "type": "text"} for _place in range(EMPTY_PLACES))][:MOST]
        choices = [(str(kind), TYPES[kind][0]) for kind in COLUMN_TYPES]
        return super().get_context(name, value, attrs) | {"rows": rows, "choices": choices, "name": name}


class ColumnsField(forms.Field):
    widget = ColumnsInput

    def clean(self, value):
        known = {str(kind) for kind in COLUMN_TYPES}
        return [
            {
                "id": row["id"] or new_id("c"),
                "label": row["label"][:100],
                "type": row["type"] if row["type"] in known else "text",
            }
            for row in value or []
        ]
