from django.db import models
from django.db.models import Q

from vaxel.network.models import Body


class Template(models.Model):
    """The questions of a round; the text lies in its versions."""

    owner = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="templates")
    title = models.CharField(max_length=200)
    created_at = models.DateTimeField(auto_now_add=True)
    archived_at = models.DateTimeField(null=True, blank=True)


class TemplateVersion(models.Model):
    """Questions as data (domain/template.py says which), frozen once a round has used them.

    A question's id is stable across versions and templates: an answer given once can be offered again.
    """

    template = models.ForeignKey(Template, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField(default=dict)
    frozen_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=0)  # two people editing: the second is told
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["template", "number"], name="one_version_per_number"),
            models.UniqueConstraint(fields=["template"], condition=Q(frozen_at=None), name="one_version_being_written"),
        ]


class QuestionUse(models.Model):
    """Which versions ask a question, in which words: derived from the content on save, for "who else asks this?"."""

    version = models.ForeignKey(TemplateVersion, on_delete=models.CASCADE, related_name="uses")
    question_id = models.CharField(max_length=40, db_index=True)
    label = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "question_id"], name="asked_once_per_version")]
