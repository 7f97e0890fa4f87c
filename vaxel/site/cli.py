"""The command `vaxel`. Exit codes: 0 done, 1 refused (in words: what, where, what to do), 2 wrong use."""

import os
import sys
from collections.abc import Sequence

from vaxel import __version__

# What each does, as `vaxel --help` says it. A command is offered once its capability has brought it.
COMMANDS = {
    "serve": "serve the site; --all adds worker and tick in the same process tree",
    "worker": "do the jobs that pages and commands left behind, mail among them",
    "tick": "do what time has made due: reminders, mail, seals, folds; once, or --every SECONDS",
    "migrate": "create the tables, or bring them up to this version",
    "appoint": "give a person their first mandate and print the link that lets them in",
    "reference": "load: bodies, ties, names and populations of Sweden; safe to repeat",
    "example": "fill an empty database with a year that is clearly marked as example",
    "allocate": "share out an agreement's money to the öre; needs no database",
    "export": "take everything out",
    "backup": "save everything to a folder",
    "restore": "bring a backup back",
    "verify": "check the journal's chain and every derived figure",
    "bench": "measure, each figure as a ratio against its baseline in the same run",
    "prove": "run the long reliability programme on servers it starts itself",
}


def main(arguments: Sequence[str] | None = None) -> int:
    name, *rest = list(sys.argv[1:] if arguments is None else arguments) or ["--help"]
    if name in {"--version", "-V"}:
        print(f"vaxel {__version__}")
        return 0
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vaxel.site.settings")
    offered = _offered()
    if name in {"--help", "-h", "help"}:
        print(_overview(offered))
        return 0
    if name not in offered:
        print(f"vaxel: there is no command “{name}”.\n\n{_overview(offered)}", file=sys.stderr)
        return 2
    return _run(offered[name], name, rest)


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
        "Växel – kunskap, frågor och medel, åt båda håll\n\n"
        f"usage: vaxel COMMAND [options]     vaxel COMMAND --help     vaxel --version\n\n{lines}\n\n"
        "The database is DATABASE_URL, else SQLite in VAXEL_DATA. Exit codes: 0 done, 1 refused, 2 wrong use."
    )


def _run(app: str, name: str, arguments: Sequence[str]) -> int:
    from django.core.management import CommandError, load_command_class
    from django.db import Error, connections

    from vaxel.ui.refusal import Refusal

    command = load_command_class(app, name)
    command._called_from_command_line = True  # wrong use then ends in argparse's own words and exit code 2
    command.suppressed_base_arguments = {"--version", "--settings", "--pythonpath", "--skip-checks", "--no-color"}
    options = vars(command.create_parser("vaxel", name).parse_args(list(arguments)))
    try:
        command.execute(*options.pop("args", ()), **options)
    except (Refusal, CommandError) as refusal:
        return _refused(name, refusal, getattr(refusal, "returncode", 1))
    except Error as error:
        if options["traceback"]:
            raise
        return _refused(name, _about_database(error), 1)
    except KeyboardInterrupt:
        return 130
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
        return f"the database lacks tables of this version ({said}). Do: vaxel migrate"
    return f"the database answered: {said}. Is DATABASE_URL right and the server up? --traceback shows where."


if __name__ == "__main__":
    sys.exit(main())
