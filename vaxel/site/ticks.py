"""What time makes due, in the order it is done. Each is called without arguments, as often as anyone likes:

it does what is due now and was not done before, and answers with how much that was (or nothing).
One line per capability; `vaxel tick` and `vaxel serve --all` run them.
"""

TICKS: tuple[str, ...] = (
    "vaxel.rounds.ticks.announce_sent",
    "vaxel.rounds.ticks.remind_all",
    "vaxel.rounds.commands.hand_over.hand_over",
    "vaxel.rounds.commands.steering.inform_steering_groups",
    "vaxel.rounds.commands.next_in_order.try_next",
    "vaxel.rounds.ticks.fold_all",
    "vaxel.rounds.ticks.forget_workbooks",
    "vaxel.adoption.ticks.open_due",
    "vaxel.adoption.ticks.keep_up",
    "vaxel.adoption.ticks.follow_up",
    "vaxel.adoption.ticks.fold_all",
    "vaxel.funding.ticks.lapse_due",
    "vaxel.notices.sending.tick",
    "vaxel.journal.sealing.tick",
    "vaxel.rounds.commands.register_mail.mail_all",
    "vaxel.notices.webhooks.sending.tick",
    "vaxel.site.pruning.tick",
)
