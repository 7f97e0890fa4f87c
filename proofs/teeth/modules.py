"""What is mutated: the rules of every capability, who may, and when."""

from proofs.kept import ROOT

WHAT = ("domain/*.py", "permissions.py", "policies.py")


def modules() -> list[str]:
    """Dotted names, in the order of their paths."""
    paths = [path for what in WHAT for path in ROOT.glob(f"vaxel/*/{what}") if path.stem != "__init__"]
    return [path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".") for path in sorted(paths)]


def capability(module: str) -> str:
    return module.split(".")[1]
