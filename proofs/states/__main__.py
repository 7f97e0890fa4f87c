"""`python -m proofs.states MACHINE PLAYS STEPS SEED`: the plays on a database of their own, and a line of what came of them."""

import json
import os
import sys
from dataclasses import asdict

import django

from proofs.servers.database import own_database
from proofs.states.play import MACHINES, played


def main(name: str, plays: str, steps: str, chosen_by: str) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vaxel.site.settings")
    django.setup()
    from django.utils.module_loading import import_string

    with own_database():
        done = played(import_string(MACHINES[name]), int(plays), int(steps), int(chosen_by))
    print(json.dumps(asdict(done)))


if __name__ == "__main__":
    main(*sys.argv[1:])
