"""What the outbox tells those above, once it is committed. Who was killed before hearing it asks `bouncing.unheard`."""

from django.dispatch import Signal

mail_failed = Signal()  # a mail was refused by the receiver's mail server, or has come back from it
