"""What lies in VAXEL_DATA and not in the database: the keys that were made there, and the journal's heads."""

import os
import shutil
from pathlib import Path

from django.conf import settings

from vaxel.journal import heads
from vaxel.site.keeping.manifest import sha256_of

SECRET = "secret-key"
KEYS = (SECRET, "seal.pem")  # what was given in the environment is the operator's to keep
HEADS = "journal-heads.txt"


def save(folder: Path, *, with_keys: bool) -> dict[str, str]:
    """Copies what there is; name in the backup → SHA-256."""
    sources = {HEADS: heads.path()}
    if with_keys:
        sources |= {f"keys/{name}": Path(settings.DATA) / name for name in KEYS}
    found = {}
    for name, source in sources.items():
        if source is not None and source.exists():
            target = folder / name
            target.parent.mkdir(mode=0o700, exist_ok=True)
            shutil.copyfile(source, target)
            target.chmod(0o600)
            found[name] = sha256_of(target)
    return found


def bring_back(folder: Path, names: dict[str, str]) -> list[str]:
    """The keys, over those that an empty database was given; the heads, unless later ones are known here."""
    done = []
    for name in sorted(names):
        source = folder / name
        target = heads.path() if name == HEADS else Path(settings.DATA) / source.name
        if target is None or (name == HEADS and target.exists()):
            continue
        draft = target.with_name(f".{target.name}.draft")
        shutil.copyfile(source, draft)
        draft.chmod(0o600)
        draft.replace(target)
        done.append(target.name)
        if target.name == SECRET and not os.environ.get("VAXEL_SECRET_KEY"):
            settings.SECRET_KEY = target.read_text()  # what follows signs with the one that holds from now on
    return done
