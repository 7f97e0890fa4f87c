from django.db import migrations, models


def fill(apps, editor):
    """What each version says, from its content: as saving does from now on."""
    Use, Version = apps.get_model("rounds", "QuestionUse"), apps.get_model("rounds", "TemplateVersion")
    for version in Version.objects.iterator():
        sections = version.content.get("sections", ())
        words = {one["id"]: one.get("label", "") for section in sections for one in section.get("questions", ())}
        uses = list(Use.objects.filter(version=version))
        for use in uses:
            use.label = words.get(use.question_id, "")
        Use.objects.bulk_update(uses, ["label"])


class Migration(migrations.Migration):
    dependencies = [("rounds", "0006_carried_over")]
    operations = [
        migrations.AddField("questionuse", "label", models.TextField(blank=True, default=""), preserve_default=False),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
