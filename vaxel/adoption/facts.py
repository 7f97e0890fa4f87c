"""What happens here that those above may want to hear: sent inside the command's own transaction."""

from django.dispatch import Signal

retirement_settled = Signal()  # retirement: dismissed, kept, or decided to be phased out
