"""`vaxel bench [NAME] [--json]`: what Växel promises of speed, each as a ratio against a baseline in the same run.

A benchmark is a module here with

    NAME = "open-round"
    DESCRIPTION = "Open a round to 100 000 bodies, against a bare bulk load of the same rows."

    def run() -> dict:
        return {"ratio": 1.9, "goal": "≤ 2.5", "ok": True, "figures": {"bodies": 100_000, "open, s": 4.1}}

A module without NAME is not run: what several of them share may lie beside them.
"""
