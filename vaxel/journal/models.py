"""Who did what, when. Entries and seals are append-only (triggers refuse the rest); a note's text can be erased.

No foreign keys upward: people, mandates and objects are opaque ids, so the layers above stay free to change.
"""

import uuid

from django.db import models


class Entry(models.Model):
    """One thing done. One insert and no lock, so that writers never wait for each other; a sealer chains it later."""

    at = models.DateTimeField()
    action = models.CharField(max_length=60)  # "rounds.send"
    person_id = models.UUIDField(null=True)  # none: Växel itself, by the clock
    mandate_id = models.BigIntegerField(null=True)
    on_behalf_of = models.BigIntegerField(null=True)  # a body
    object_type = models.CharField(max_length=60, blank=True)  # "rounds.round"
    object_id = models.CharField(max_length=64, blank=True)
    facts = models.JSONField(default=dict, blank=True)  # ids and numbers alone: what names someone lies in the note
    note_hash = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [models.Index(fields=["object_type", "object_id", "id"], name="journal_of_object")]


class Note(models.Model):
    """What someone wrote, erasable on decision. The entry keeps its salted hash, so the chain outlives it."""

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, primary_key=True, related_name="note")
    salt = models.UUIDField(default=uuid.uuid4)
    text = models.TextField()


class Seal(models.Model):
    """An entry's link in the chain: its hash covers the entry and the hash before it."""

    number = models.BigIntegerField(primary_key=True)
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="seal")
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()
