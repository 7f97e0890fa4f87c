"""What rounds tell those above, inside the command's own transaction: whoever listens is wired in its app or the site."""

from django.dispatch import Signal

fed_back = Signal()  # round, by, received_at: what the answers led to has been written to everyone who was asked

# delivery, answer, step, by, received_at: what a body has said, or that it stands no more. Told for each of
# domain.state.TOLD, in the transaction of the storage act; the sender is the round's RoundKind, so that who listens to
# one kind costs the others nothing: answered.connect(listener, sender=RoundKind.ACCOUNT). `answer` is the one that
# stands now; None for one that declined, had nothing to report or has taken its answer back.
answered = Signal()
