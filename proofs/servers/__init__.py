"""Servers that a proof starts, kills and throws away. The machine's own are never touched."""
