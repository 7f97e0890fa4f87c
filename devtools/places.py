"""Where things lie in a checkout."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOL = ROOT / ".tool"  # the installer's own environment, stamps and logs
VENV = ROOT / ".venv"  # what Växel runs and is tested in
REQUIREMENTS = ROOT / "requirements"

UV = TOOL / "bin" / "uv"
PYTHON = VENV / "bin" / "python"
VAXEL = VENV / "bin" / "vaxel"
