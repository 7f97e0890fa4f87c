import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('action', models.CharField(max_length=60)),
                ('person_id', models.UUIDField(null=True)),
                ('mandate_id', models.BigIntegerField(null=True)),
                ('on_behalf_of', models.BigIntegerField(null=True)),
                ('object_type', models.CharField(blank=True, max_length=60)),
                ('object_id', models.CharField(blank=True, max_length=64)),
                ('facts', models.JSONField(blank=True, default=dict)),
                ('note_hash', models.CharField(blank=True, max_length=64)),
            ],
            options={
                'indexes': [models.Index(fields=['object_type', 'object_id', 'id'], name='journal_of_object')],
            },
        ),
        migrations.CreateModel(
            name='Seal',
            fields=[
                ('number', models.BigIntegerField(primary_key=True, serialize=False)),
                ('previous', models.CharField(max_length=64)),
                ('hash', models.CharField(max_length=64)),
                ('sealed_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='note', serialize=False, to='journal.entry')),
                ('salt', models.UUIDField(default=uuid.uuid4)),
                ('text', models.TextField()),
            ],
        ),
        migrations.AddField(
            model_name='seal',
            name='entry',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='seal', to='journal.entry'),
        ),
    ]
