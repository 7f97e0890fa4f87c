from django.db import models

from vaxel.accounts.models.login import User


class FeedKey(models.Model):
    """A secret address that a calendar program reads without logging in. Only its hash is kept; a new one ends the old."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, primary_key=True, related_name="feed_key")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
