"""What rounds tell those above, inside the command's own transaction: whoever listens is wired in its app or the site."""

from django.dispatch import Signal

fed_back = Signal()  # round, by, received_at: what the answers led to has been written to everyone who was asked
