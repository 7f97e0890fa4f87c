from vaxel.rounds.models.answer import Answer, CarriedOver
from vaxel.rounds.models.compilation import NodeCompilation
from vaxel.rounds.models.delivery import Delivery, Receipt, ReceiptNote, StateVector, UnfoldedMark
from vaxel.rounds.models.frame import Frame, FramePosition, FrameRange
from vaxel.rounds.models.joint import JointAnswer, JointCover, JointSignature, JointVersion
from vaxel.rounds.models.link import AnsweringLink, ByLink
from vaxel.rounds.models.reached import AlsoReached
from vaxel.rounds.models.register import OwnNumber, RegisterMail
from vaxel.rounds.models.reminder import Reminder
from vaxel.rounds.models.round import Correction, CoWorker, Enquiry, Round, RoundSender
from vaxel.rounds.models.section_part import SectionPart
from vaxel.rounds.models.template import QuestionUse, Template, TemplateVersion
from vaxel.rounds.models.workbook import FilledWorkbook

__all__ = [
    "AlsoReached",
    "Answer",
    "AnsweringLink",
    "ByLink",
    "CarriedOver",
    "CoWorker",
    "Correction",
    "Delivery",
    "Enquiry",
    "FilledWorkbook",
    "Frame",
    "FramePosition",
    "FrameRange",
    "JointAnswer",
    "JointCover",
    "JointSignature",
    "JointVersion",
    "NodeCompilation",
    "OwnNumber",
    "QuestionUse",
    "Receipt",
    "ReceiptNote",
    "RegisterMail",
    "Reminder",
    "Round",
    "RoundSender",
    "SectionPart",
    "StateVector",
    "Template",
    "TemplateVersion",
    "UnfoldedMark",
]
