"""What privacy tells those above it, inside the erasure's transaction."""

from django.dispatch import Signal

erased = Signal()  # touched: {"rounds.Answer": {ids}}; whatever is made of those rows is to be made anew
