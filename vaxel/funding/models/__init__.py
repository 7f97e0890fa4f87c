from vaxel.funding.models.agreement import Agreement, AgreementParty, Condition, Deadline
from vaxel.funding.models.budget import BudgetLine
from vaxel.funding.models.contract import (
    Contract,
    ContractAccount,
    ContractParty,
    ContractSignature,
    ContractVersion,
    SealedContract,
    SignedCopy,
)
from vaxel.funding.models.decision import Decision, Grant, Payout
from vaxel.funding.models.ledger import LedgerEntry, PocketBalance, RepaymentClaim
from vaxel.funding.models.pool import Pool, PoolPart
from vaxel.funding.models.proposal import Proposal, ProposalUse
from vaxel.funding.models.requisition import Requisition, RequisitionCall, RequisitionStep
from vaxel.funding.models.scenario import Scenario
from vaxel.funding.models.spending import JudgementReason, SpendingJudgement, SpendingReport, SpendingRound
from vaxel.funding.models.stream import Stream, StreamAmount

__all__ = [
    "Agreement", "AgreementParty", "BudgetLine", "Condition", "Contract", "ContractAccount", "ContractParty",
    "ContractSignature", "ContractVersion", "Deadline", "Decision", "Grant", "JudgementReason", "LedgerEntry",
    "Payout", "PocketBalance", "Pool", "PoolPart", "Proposal", "ProposalUse", "RepaymentClaim", "Requisition",
    "RequisitionCall", "RequisitionStep", "Scenario", "SealedContract", "SignedCopy", "SpendingJudgement",
    "SpendingReport", "SpendingRound", "Stream", "StreamAmount",
]  # fmt: skip
