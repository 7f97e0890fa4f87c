from vaxel.personal.domain.table import table

TABLES = (
    table(
        "search.Entry",
        plain="id source object_id within kind day",
        index="title text title_tokens plain tokens",
    ),
    table("search_words", index="tokens"),  # SQLite's own, kept by triggers
)
