"""Write the locks anew, with hashes and no addresses: where packages come from is each machine's own matter."""

from collections.abc import Sequence

from devtools import environment, machine
from devtools.places import REQUIREMENTS, ROOT, UV
from devtools.terminal import Stop, quietly, step

COMPILE = ["--universal", "--python-version=3.11", "--generate-hashes", "--no-emit-index-url", "--no-header", "--quiet"]
FILES_ALONE = {"rules"}  # packages we take files from, without what they need to run


def lock(arguments: Sequence[str]) -> int:
    """`--upgrade` takes newer versions within requirements/*.in; else what is locked stays where it can."""
    if set(arguments) - {"--upgrade"}:
        raise Stop("dev.py lock takes --upgrade, or nothing.")
    environment.setup(browser=False)
    for source in sorted(REQUIREMENTS.glob("*.in")):
        with step(f"requirements/{source.stem}.txt"):
            target = source.with_suffix(".txt").relative_to(ROOT)
            alone = ["--no-deps"] if source.stem in FILES_ALONE else []
            command = [UV, "pip", "compile", *COMPILE, *alone, *arguments, source.relative_to(ROOT), "-o", target]
            quietly(command, env=environment.UV_SETTINGS, hint=environment.NO_NETWORK)
    with step("package-lock.json"):
        npm = machine.machines_npm() or environment.npm_from_pypi()
        command = [*npm, "install", "--package-lock-only", "--ignore-scripts"]
        quietly(command, env=environment.npm_settings(), hint=environment.NO_NETWORK)
    return 0
