"""Växel's own settings, with the addresses that fail beside its own."""

from vaxel.site.settings import *  # noqa: F403

ROOT_URLCONF = "proofs.everyone.failing"
