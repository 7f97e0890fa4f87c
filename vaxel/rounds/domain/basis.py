"""What a total stands on: two readings of a round that never mix (domain/joint.py)."""

from enum import StrEnum


class Basis(StrEnum):
    ANSWERED = "answered"  # the bodies' own answers
    ADOPTED = "adopted"  # the joint answers they have adopted, in place of those these cover
