"""A template with a question of every type, and values that each of them may hold."""

import datetime as dt

from hypothesis import strategies as st

OPTIONS = [{"id": "a", "label": "Ja, helt"}, {"id": "b", "label": "Nej; inte, alls"}, {"id": "c", "label": "=Kanske"}]
COLUMNS = [
    {"id": "k1", "label": "Antal", "type": "number"},
    {"id": "k2", "label": "Belopp", "type": "money"},
    {"id": "k3", "label": "När", "type": "date"},
    {"id": "k4", "label": "Not", "type": "text"},
]
ALL_TYPES = {
    "sections": [
        {
            "id": "s1",
            "title": "Det första",
            "help": "Läs detta.",
            "questions": [
                {"id": "text", "type": "text", "label": "Kort text", "required": True},
                {"id": "long", "type": "long_text", "label": "Lång text", "help": "Flera rader går bra."},
                {"id": "number", "type": "number", "label": "Tal", "decimals": 6, "unit": "timmar"},
                {"id": "whole", "type": "number", "label": "Heltal", "min": "0", "max": "1 000"},
                {"id": "money", "type": "money", "label": "Belopp", "min": "0"},
                {"id": "date", "type": "date", "label": "Dag"},
            ],
        },
        {
            "id": "s2",
            "title": "Det andra",
            "questions": [
                {"id": "one", "type": "one", "label": "Ett val", "options": OPTIONS},
                {"id": "many", "type": "many", "label": "Flera val", "options": OPTIONS},
                {"id": "scale", "type": "scale", "label": "Skala", "scale": {"min": 0, "max": 10, "max_label": "bäst"}},
                {
                    "id": "table",
                    "type": "table",
                    "label": "Tabell",
                    "rows": [{"id": "r1", "label": "Barn"}, {"id": "r2", "label": "Unga"}],
                    "columns": COLUMNS,
                },
                {"id": "file", "type": "file", "label": "Bilaga"},
                {"id": "section", "type": "section_ref", "label": "Avsnitt", "options": OPTIONS},
                {"id": "free", "type": "section_ref", "label": "Avsnitt, fritt"},
            ],
        },
    ]
}

# XML holds no control characters, and a spreadsheet trims no more than we do: lines within, none around.
letters = st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff\u2028\u2029")
lines = st.text(letters, min_size=1, max_size=60).map(str.strip).filter(bool)
texts = st.lists(lines, min_size=1, max_size=3).map("\n".join)
ore = st.integers(0, 10**14)
days = st.dates(dt.date(1920, 1, 1), dt.date(2999, 12, 31)).map(dt.date.isoformat)
decimals = st.decimals(-(10**8), 10**8, places=6, allow_nan=False).map(lambda d: format(d.normalize() + 0, "f"))
hundredths = st.decimals(-(10**9), 10**9, places=2, allow_nan=False).map(lambda d: format(d.normalize() + 0, "f"))
chosen = st.lists(st.sampled_from("abc"), min_size=1, unique=True).map(sorted)
cells = st.fixed_dictionaries({}, optional={"k1": hundredths, "k2": ore, "k3": days, "k4": lines})
tables = st.fixed_dictionaries({}, optional={"r1": cells, "r2": cells}).map(
    lambda rows: {row: one for row, one in rows.items() if one}
)

values = st.fixed_dictionaries(
    {},
    optional={
        "text": lines,
        "long": texts,
        "number": decimals,
        "whole": st.integers(0, 1000).map(str),
        "money": ore,
        "date": days,
        "one": st.sampled_from("abc"),
        "many": chosen,
        "scale": st.integers(0, 10),
        "table": tables.filter(bool),
        "section": st.sampled_from("abc"),
        "free": lines,
    },
)
