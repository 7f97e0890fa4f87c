"""What the gallery's components are shown with: invented, and plainly so."""

SMALL = [
    "....x",
    ".x.x.",
    "..xx.",
    "xxxx.",
    ".xxx.",
    "xxx..",
    "xxxx.",
    ".xx..",
]
LARGE = [
    ".............x..",
    "............xxxx",
    "..........x.xxxx",
    "........xx.xxxxx",
    "........x..xxxx.",
    ".....x.xxxxxxxx.",
    "..x...xxxxxxxx..",
    "...xxxxxxxxx....",
    "...xxxxxxxxx....",
    "..xxxxxxxxxxx...",
    "..xxxxxxxxxxx...",
    "xxxxxxxxxxxxxx..",
    "xxxxxxxxxxxxxxx.",
    "xxxxxxxxxxxxxxx.",
    "xxxxxxxxxxxxxxx.",
    "xxxxxxxxxxxxxxx.",
    "xxxxxxxxxxxxxx..",
    "xxxxxxxxxxxxxx..",
    "xxxxxxxxxxxxx...",
    "xxxxxxxxxxxx....",
    "xxxxxxxxxxxx....",
    "xxxxxxxxxxxxx...",
    "xxxxxxxxxxxx....",
    "xxxxxxxxxxxx....",
    "xxxxxxxxxxxx....",
    "xxxxxxxxxxx.....",
    "xxxxxxxxxxx.....",
]

STATES = [
    {"key": "compiled", "label": "sammanställt", "look": "s4"},
    {"key": "read", "label": "läst", "look": "s3"},
    {"key": "answered", "label": "svarat", "look": "s2"},
    {"key": "received", "label": "mottaget", "look": "s1"},
    {"key": "sent", "label": "skickat", "look": "s0"},
    {"key": "missing", "label": "har inte svarat", "look": "need"},
    {"key": "outside", "label": "inte tillfrågad", "look": "none"},
]
PLACES = [
    "Norrby",
    "Söderby",
    "Västerby",
    "Österby",
    "Storvik",
    "Lillvik",
    "Långnäs",
    "Kortnäs",
    "Högåsen",
    "Lågåsen",
    "Djupsund",
    "Grundsund",
    "Brattberg",
    "Slättberg",
    "Smedjebacken-Sälen",
]


def map_tiles(rows, links=False):
    places = [(column, row) for row, line in enumerate(rows) for column, mark in enumerate(line) if mark == "x"]
    return [_tile(number, column, row, links) for number, (column, row) in enumerate(places)]


def _tile(number, column, row, links):
    state = STATES[_step(number)]
    tile = {"column": column, "row": row, "label": f"{PLACES[number % 15]} {number}", "state": state["key"]}
    return {**tile, "href": f"#plats-{number}" if links else "", "own": number == 9}


def _step(number):
    """Most at the end of the line, some on the way, a few missing."""
    if number % 41 == 3:
        return 5
    if number % 97 == 60:
        return 6
    return (0, 0, 0, 2, 0, 1, 0, 2, 3, 0, 0, 2, 4)[number % 13]


def big_tiles():
    steps = (0, 5, 2, 2, 2, 0, 1, 0, 3, 0, 4, 0, 5, 2, 6)
    return [
        {"label": name, "state": STATES[step]["key"], "href": "#tiles" if step != 6 else "", "own": name == "Kortnäs"}
        for name, step in zip(PLACES, steps, strict=True)
    ]


CONTEXT = {
    "stops": [
        {"label": "Landet", "url": "#trail"},
        {"label": "Mellersta delen", "url": "#trail"},
        {"label": "Dalen", "url": "#trail"},
        {"label": "Norrby", "url": "#trail", "current": True},
    ],
    "todo": [
        {
            "now": True,
            "verb": "Skicka vidare",
            "what": "Program om sömn, revidering 2",
            "note": "till 15 platser",
            "when": "kom i går",
            "url": "#todo",
            "label": "Skicka vidare",
            "post": True,
        },
        {
            "now": True,
            "verb": "Färdigställ",
            "what": "Gemensam redovisning av förra årets medel",
            "note": "tre svar har ändrats sedan du läste",
            "when": "fre 31 jan",
            "url": "#todo",
            "label": "Granska",
        },
        {
            "verb": "Besvara",
            "what": "Enkät: väntetider",
            "note": "cirka 40 minuter",
            "when": "om 12 dagar",
            "url": "#todo",
            "label": "Öppna",
        },
        {"verb": "Läs", "what": "Återkoppling på det ni skrev", "when": "ny", "url": "#todo"},
    ],
    "steps": [
        {"label": "Läs", "text": "Två dokument, sex sidor. Mottagandet bekräftades i dag kl. 09.14.", "state": "done"},
        {"label": "Svara", "text": "Fråga 3 av 11", "state": "now", "url": "#stepper"},
        {"label": "Besluta och skicka", "text": "Beslutas hos er. Ni får kvittens direkt.", "state": "later"},
    ],
    "receipt_lines": [
        {"label": "Skickat", "value": "fredag 24 januari kl. 14.02"},
        {"label": "Av", "value": "Ekonomichef"},
        {"label": "Ert diarienummer", "value": "KS 2020/114"},
        {"label": "Svar", "value": "11 av 11 frågor"},
    ],
    "head": [
        {"label": "Plats"},
        {"label": "Svarat", "num": True},
        {"label": "Väntar", "num": True},
        {"label": "Längst väntetid"},
    ],
    "rows": [
        [{"text": "Dalen", "url": "#table"}, "13 av 15", "6", {"text": "2 har inte svarat", "need": True}],
        [{"text": "Skogen", "url": "#table"}, "48 av 49", "15", "9 dagar"],
        [{"text": "Kusten", "url": "#table"}, "25 av 25", "4", "8 dagar"],
    ],
    "docs": [
        {"label": "Anvisningar", "url": "#docs", "kind": "pdf", "size": "84 kB", "note": "Läs avsnitt 2 först."},
        {"label": "Frågorna", "url": "#docs", "kind": "docx", "size": "31 kB"},
    ],
    "links": [
        {"label": "csv", "url": "#download"},
        {"label": "xlsx", "url": "#download"},
        {"label": "json", "url": "#download"},
    ],
    "entries": [
        {"when": "i dag kl. 09.14", "what": "Bekräftade mottagandet", "who": "Handläggare, Norrby"},
        {
            "when": "24 januari",
            "what": "Förlängde svarstiden",
            "who": "Samordnare, Dalen",
            "note": "till 7 februari: brevet kom sent",
        },
        {"when": "20 januari", "what": "Skickade", "who": "Kansliet"},
    ],
    "hidden": [{"name": "number", "value": 12345}],
    "steps_of_ladder": ["Mottaget", "Skickat vidare", "Svarat", "Sammanställt", "Återkopplat"],
    "ladder_rows": [
        {"label": "Kommuner", "counts": [288, 288, 281, 214, 0], "total": 288},
        {"label": "Regioner", "counts": [21, 21, 21, 19, 0], "total": 21},
    ],
    "states": STATES,
    "large": map_tiles(LARGE, links=True),
    "small": map_tiles(SMALL),
    "big": big_tiles(),
    "parts": [
        {"value": 214, "count": 214, "look": "s4", "label": "sammanställt"},
        {"value": 67, "count": 67, "look": "s2", "label": "svarat"},
        {"value": 7, "count": 7, "look": "need", "label": "har inte svarat"},
    ],
    "bars": [
        {"label": "v. 4", "value": 2},
        {"label": "v. 5", "value": 8, "need": True, "title": "Två ska besvaras samma vecka"},
        {"label": "v. 6", "value": 7, "need": True},
        {"label": "v. 7", "value": 3},
        {"label": "v. 8", "value": 3},
        {"label": "v. 9", "value": 1},
        {"label": "v. 10", "value": 0},
        {"label": "v. 11", "value": 2},
    ],
    "grown": [
        {"label": "fullt ut", "points": [(0.5, 20), (0.7, 60), (0.9, 84)]},
        {"label": "har börjat", "points": [(0.3, 30), (0.6, 110), (0.8, 143)]},
        {"label": "undersöker", "points": [(0.1, 80), (0.2, 200), (0.6, 271)]},
    ],
    "years": [{"label": "2025", "place": 0.15}, {"label": "2026", "place": 0.65}],
    "series": ["Norrby", "Dalen", "landet"],
    "compared": [
        {"label": "Del som gick till barn och unga", "values": [43, 50.5, 47], "unit": "%"},
        {"label": "Kronor per invånare", "values": [1250, 980, 1031.4], "unit": "kr"},
        {"label": "Väntetid", "values": [None, 12, 31], "unit": "dagar"},
    ],
    "tour": {
        "step": 2,
        "of": range(6),
        "text": "Ni är nu samordnaren i Dalen. Skicka vidare till 15 platser.",
        "action": "#tour",
        "label": "Nästa: kommunen",
        "exit": "#tour",
    },
    "copied": "Hej!\n\nVi har fått en förfrågan som gäller er. Svara senast fredag 31 januari.\n\nVänliga hälsningar",
}
