"""The command `vaxel`. Exit codes: 0 done, 1 refused (in words: what, where, what to do), 2 wrong use."""

import importlib
import os
import sys
from collections.abc import Sequence

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vaxel import __version__

# What each does, as `vaxel --help` says it. A command is offered once its capability has brought it.
COMMANDS = {
    "serve": _("visa webbplatsen; --all tar med worker och tick i samma processträd"),
    "worker": _("gör de jobb som sidor och kommandon har lämnat efter sig, e-post bland annat"),
    "tick": _("gör det som tiden har gjort aktuellt; en gång, eller --every SEKUNDER"),
    "bounce": _("ta emot en studs från mejlservern på standard in"),
    "migrate": _("skapa tabellerna, eller för dem till den här versionen"),
    "appoint": _("ge en person sitt första uppdrag och skriv ut länken som släpper in hen"),
    "reference": _("load: läs in Sveriges nätverk med namn och folkmängder; kan göras om"),
    "example": _("fyll en tom databas med ett år som är tydligt märkt som exempel"),
    "allocate": _("fördela en överenskommelses medel till öret; behöver ingen databas"),
    "export": _("ta ut allt"),
    "person": _(
        "export: en persons uppgifter på hens begäran; erase-again: radera igen efter en återläst säkerhetskopia"
    ),
    "backup": _("spara allt i en mapp"),
    "restore": _("lägg tillbaka en säkerhetskopia"),
    "reindex": _("bygg om sökregistret från det som finns"),
    "verify": _("kontrollera journalens kedja och alla härledda uppgifter"),
    "bench": _("mät, varje siffra som en kvot mot sin jämförelse i samma körning"),
    "prove": _("kör det långa hållfasthetsprovet på servrar som det startar själv"),
}

INTERRUPTED = 130  # as shells say it


def main(arguments: Sequence[str] | None = None) -> int:
    name, *rest = list(sys.argv[1:] if arguments is None else arguments) or ["--help"]
    if name in {"--version", "-V"}:
        print(f"vaxel {__version__}")
        return 0
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vaxel.site.settings")
    if fault := _fault_in_settings():
        print(fault, file=sys.stderr)
        return 1
    offered = _offered()
    if name in {"--help", "-h", "help"}:
        print(_overview(offered))
        return 0
    if name not in offered:
        print(f"vaxel: {gettext('det finns inget kommando')} ”{name}”.\n\n{_overview(offered)}", file=sys.stderr)
        return 2
    return _run(offered[name], name, rest)


def _fault_in_settings() -> str:
    """A VAXEL_DATA that is not ours to write in, a DATABASE_URL that is none. Nothing is translated yet."""
    try:
        importlib.import_module(os.environ["DJANGO_SETTINGS_MODULE"])
    except (OSError, ValueError) as error:
        return f"vaxel: inställningarna i miljön (VAXEL_…, DATABASE_URL) duger inte: {error}"
    return ""


def _offered() -> dict[str, str]:
    """Name → the app that brings it, in the order they are told."""
    import django
    from django.core.management import get_commands

    django.setup()
    brought = get_commands()
    return {name: brought[name] for name in COMMANDS if name in brought}


def _overview(offered: dict[str, str]) -> str:
    lines = "\n".join(f"  {name:<11}{COMMANDS[name]}" for name in offered)
    return (
        f"{gettext('Växel – kunskap, frågor och medel, åt båda håll')}\n\n"
        f"  vaxel {gettext('KOMMANDO')} --help    vaxel --version\n\n{lines}\n\n"
        f"{gettext('Databasen är DATABASE_URL, annars SQLite i VAXEL_DATA.')} "
        f"{gettext('Svarskod: 0 klart, 1 nej (med besked om varför), 2 fel använt.')}"
    )


def _run(app: str, name: str, arguments: Sequence[str]) -> int:
    from django.core.management import CommandError, load_command_class
    from django.db import Error, connections

    from vaxel.ui.refusal import Refusal

    command = load_command_class(app, name)
    command._called_from_command_line = True  # wrong use then ends in argparse's own words and exit code 2
    command.suppressed_base_arguments = {"--version", "--settings", "--pythonpath", "--skip-checks", "--no-color"}
    options = vars(command.create_parser("vaxel", name).parse_args(list(arguments)))
    options["skip_checks"] = True  # they are the developer's (tests/house/test_checks.py), and cost half a second
    try:
        command.execute(*options.pop("args", ()), **options)
    except (Refusal, CommandError) as refusal:
        return _refused(name, refusal, getattr(refusal, "returncode", 1))
    except Error as error:
        if options["traceback"]:
            raise
        return _refused(name, _about_database(error), 1)
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        connections.close_all()
    return 0


def _refused(name: str, sentence: object, code: int) -> int:
    print(f"vaxel {name}: {sentence}", file=sys.stderr)
    return code


def _about_database(error: Exception) -> str:
    """The database's own first line, and the likeliest remedy."""
    said = (str(error).strip() or type(error).__name__).splitlines()[0]
    if "no such table" in said or "does not exist" in said or "no such column" in said:
        return gettext("databasen saknar den här versionens tabeller (%(said)s). Kör: vaxel migrate") % {"said": said}
    return gettext("databasen svarade: %(said)s. Stämmer DATABASE_URL och är servern igång? --traceback visar var.") % {
        "said": said
    }


if __name__ == "__main__":
    sys.exit(main())
