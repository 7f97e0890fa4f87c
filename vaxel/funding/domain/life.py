"""Where an agreement stands, and what two persons do to it."""

from enum import StrEnum


class AgreementState(StrEnum):
    DRAFT = "draft"
    PREPARED = "prepared"  # one person has put it up for decision; nothing can be changed meanwhile
    DECIDED = "decided"  # frozen: the allocation is a receipt
    REPLACED = "replaced"  # by a later version, with a receipt of its own


class AgreementAct(StrEnum):
    EDIT = "edit"
    PREPARE = "prepare"
    SEND_BACK = "send_back"
    CONFIRM = "confirm"
    REPLACE = "replace"  # begin the next version
    DELETE = "delete"
