from vaxel.adoption.models.check import PeerCheck
from vaxel.adoption.models.ledger import AdoptionStep, Evidence, Opening, StageMark, Standing
from vaxel.adoption.models.need import NeedFigure, NeedSet
from vaxel.adoption.models.retirement import Retirement
from vaxel.adoption.models.thing import StageVector, Thing, ThingRound

__all__ = [
    "AdoptionStep", "Evidence", "NeedFigure", "NeedSet", "Opening", "PeerCheck", "Retirement", "StageMark",
    "StageVector", "Standing", "Thing", "ThingRound",
]  # fmt: skip
