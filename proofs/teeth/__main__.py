"""Who lives in one module, for whoever writes its tests: `python -m proofs.teeth MODULE [TESTS...]`.

Without tests: as it was left. With tests, files that need no database: every mutant that lives meets them first.
"""

import sys

from proofs.teeth import kills, session, survivors


def main(module: str, *tests: str) -> None:
    if tests:
        session.tried([module], session.Lot(tests, "", 5.0))
    found, known = kills.read(module), survivors.reasons()
    living = survivors.living(module)
    for name in living:
        explained = "  [explained]" if (module, name) in known else ""
        print(f"{found[name].tests:4} tests  {name}{explained}")
    print(f"{module}: {len(found)} mutants, {len(living)} live, {len(survivors.unexplained([module]))} unexplained")


if __name__ == "__main__":
    main(*sys.argv[1:])
