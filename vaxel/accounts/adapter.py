from allauth.account.adapter import DefaultAccountAdapter


class InvitedOnly(DefaultAccountAdapter):
    """Nobody signs up: a login comes by invitation from someone who holds a mandate above."""

    def is_open_for_signup(self, request):
        return False
