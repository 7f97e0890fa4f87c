"""Backup, restore and export: what is kept outside the database, and how it comes back.

Start with `manifest.py` (what a backup says of itself), then `saving.py` and `restoring.py`; `leaving/` is the export.
"""
