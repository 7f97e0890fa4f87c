"""The public facts: read from files, compared with what is there, shown, then written."""

from vaxel.network.commands.reference.files import OWN_FILES
from vaxel.network.commands.reference.load import load, plan

__all__ = ["OWN_FILES", "load", "plan"]
