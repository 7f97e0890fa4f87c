"""What funding's parts tell each other and those above, inside the command's own transaction. Sums are whole öre.

Each is listened to where the listener is wired: an app's `ready()` or the site.
"""

from django.dispatch import Signal

decided = Signal()  # decision, by: an allocation holds
replaced = Signal()  # decision, by: a later version holds instead; `decision` is the old one's
requisitioned = Signal()  # body, stream, amount_ore, source, by, received_at
declined = Signal()  # body, stream, amount_ore, source, by, received_at
lapsed = (
    Signal()
)  # body, stream, amount_ore, source, by, received_at: not requisitioned in time; the last day's midnight
taken_back = (
    Signal()
)  # body, stream, amount_ore, was, source, by, received_at: what was said or lapsed (`was`) stands no more
passed_on = Signal()  # contract, by: signed by all; contract.moves() tells what goes from one body to another
reported = Signal()  # body, stream, used_ore, carried_ore, repay_ore, source, by, received_at
