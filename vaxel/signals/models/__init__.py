from vaxel.signals.models.signal import OWNER, LedTo, PublicContact, Reached, Signal, SignalStep, StepNote

__all__ = ["OWNER", "LedTo", "PublicContact", "Reached", "Signal", "SignalStep", "StepNote"]
