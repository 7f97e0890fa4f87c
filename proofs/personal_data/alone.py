"""`python -m proofs.personal_data.alone [control]`: the measure in a process of its own, its result as JSON."""

import json
import os
import sys

import django
from django.db import transaction


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vaxel.site.settings")
    django.setup()
    from proofs.personal_data.measured import measure

    with transaction.atomic():  # what is planted is taken back, so that the control begins anew
        found = measure(erasing="control" not in sys.argv)
        transaction.set_rollback(True)
    sys.stdout.write(json.dumps(found, default=str))


if __name__ == "__main__":
    main()
