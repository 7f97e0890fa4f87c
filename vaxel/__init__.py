"""Växel: the switchboard of knowledge governance. Read docs/map.md first."""

__version__ = "0.1.0"
