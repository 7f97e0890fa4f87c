from django.db import models


class ExampleWorld(models.Model):
    """One row marks the database as an example: every page says so, and logins are offered. Never beside real data."""

    filled_at = models.DateTimeField(auto_now_add=True)
    day = models.DateField()  # the day everything is laid relative to


class TourRound(models.Model):
    """The round that the guided tour follows; a new one is made when the last has come home."""

    round = models.OneToOneField("rounds.Round", on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
