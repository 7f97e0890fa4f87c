from django.db import models

from vaxel.rounds.models.link import AnsweringLink
from vaxel.rounds.models.round import Round


class FilledWorkbook(models.Model):
    """A workbook that came back and has been read, waiting to be accepted: what is taken in is what was previewed.

    Its cells go when it is accepted or put away, and after two weeks at the latest (ticks.py).
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="+")
    bodies = models.JSONField()  # whose columns may be taken in
    by = models.UUIDField(null=True)  # the person's opaque id; None: by the link
    link = models.ForeignKey(AnsweringLink, on_delete=models.CASCADE, null=True, related_name="+")
    file_name = models.CharField(max_length=200)
    entries = models.JSONField()  # domain/book_keeping.py
    seen = models.JSONField(null=True)  # body → fingerprints of what it held when fetched
    created_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True)
