"""A round as an xlsx to fill in: `round_workbook(round, questions, columns)`. Where things stand: domain/book.py."""

from vaxel.rounds.documents.workbook.writing import BodyColumn, round_workbook

__all__ = ["BodyColumn", "round_workbook"]
