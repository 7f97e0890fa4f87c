from django.db import migrations, models

import vaxel.search.models


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("source", models.CharField(max_length=60)),
                ("object_id", models.BigIntegerField()),
                ("within", models.BigIntegerField(null=True)),
                ("kind", models.CharField(blank=True, max_length=30)),
                ("title", models.CharField(max_length=300)),
                ("text", models.TextField(blank=True)),
                ("day", models.DateField(null=True)),
                ("title_tokens", models.TextField()),
                ("plain", models.TextField()),
                ("tokens", vaxel.search.models.TokensField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("source", "object_id"), name="one_entry_per_thing")],
                "indexes": [models.Index(fields=["source", "within"], name="search_within")],
            },
        ),
    ]
