"""What the journal tells those above it, inside the transaction of the command that did it."""

from django.dispatch import Signal

recorded = Signal()  # object_type, object_ids: something was done to these; sent once per call and type
