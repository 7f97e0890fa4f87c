"""What time makes due for funding. Idempotent; catches up."""

from vaxel.funding.commands.lapsing import lapse_due

__all__ = ["lapse_due"]
