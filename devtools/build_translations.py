"""Compile every .po of the tree to .mo with babel: a bare machine has no msgfmt. Runs in .venv."""

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from devtools.environment import translation_sources


def build() -> None:
    for source in translation_sources():
        with source.open("rb") as file:
            catalog = read_po(file)
        with source.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalog)


if __name__ == "__main__":
    build()
