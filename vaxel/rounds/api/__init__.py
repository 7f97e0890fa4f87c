"""Rounds for programs, under /api/v1: what one may read, what a sender does, what a receiver does, and the questions."""
