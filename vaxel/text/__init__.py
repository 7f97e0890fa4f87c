"""Markdown in, safe HTML out. `from vaxel.text import render`."""

from vaxel.text.markdown import render, summary

__all__ = ["render", "summary"]
