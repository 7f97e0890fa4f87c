import django.db.models.deletion
import uuid
import vaxel.rounds.domain.state
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('network', '0007_inbox'),
        ('rounds', '0011_inbox'),
    ]

    operations = [
        migrations.AlterField(
            model_name='receipt',
            name='step',
            field=models.CharField(choices=[(vaxel.rounds.domain.state.Step['SENT'], vaxel.rounds.domain.state.Step['SENT']), (vaxel.rounds.domain.state.Step['RECEIVED'], vaxel.rounds.domain.state.Step['RECEIVED']), (vaxel.rounds.domain.state.Step['RELAYED'], vaxel.rounds.domain.state.Step['RELAYED']), (vaxel.rounds.domain.state.Step['ANSWERED'], vaxel.rounds.domain.state.Step['ANSWERED']), (vaxel.rounds.domain.state.Step['APPROVED'], vaxel.rounds.domain.state.Step['APPROVED']), (vaxel.rounds.domain.state.Step['COMPLETION_REQUESTED'], vaxel.rounds.domain.state.Step['COMPLETION_REQUESTED']), (vaxel.rounds.domain.state.Step['DECLINED'], vaxel.rounds.domain.state.Step['DECLINED']), (vaxel.rounds.domain.state.Step['NOTHING_TO_REPORT'], vaxel.rounds.domain.state.Step['NOTHING_TO_REPORT']), (vaxel.rounds.domain.state.Step['WITHDRAWN'], vaxel.rounds.domain.state.Step['WITHDRAWN']), (vaxel.rounds.domain.state.Step['RECALLED'], vaxel.rounds.domain.state.Step['RECALLED']), (vaxel.rounds.domain.state.Step['ADOPTED'], vaxel.rounds.domain.state.Step['ADOPTED']), (vaxel.rounds.domain.state.Step['OUTDATED'], vaxel.rounds.domain.state.Step['OUTDATED']), (vaxel.rounds.domain.state.Step['STOOD_ASIDE'], vaxel.rounds.domain.state.Step['STOOD_ASIDE'])], max_length=20),
        ),
        migrations.CreateModel(
            name='JointAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('values', models.JSONField(default=dict)),
                ('origins', models.JSONField(default=dict)),
                ('revision', models.PositiveIntegerField(default=0)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('updated_by', models.UUIDField(null=True)),
                ('node', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='joint_answers', to='rounds.round')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('round', 'node'), name='one_joint_answer_per_node')],
            },
        ),
        migrations.CreateModel(
            name='JointVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('values', models.JSONField()),
                ('origins', models.JSONField(default=dict)),
                ('agreement_id', models.BigIntegerField()),
                ('proposed_at', models.DateTimeField()),
                ('proposed_by', models.UUIDField(null=True)),
                ('mandate_id', models.BigIntegerField(null=True)),
                ('joint', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='rounds.jointanswer')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('joint', 'number'), name='one_joint_version_per_number')],
            },
        ),
        migrations.CreateModel(
            name='JointSignature',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('adopted', models.BooleanField()),
                ('bound', models.CharField(blank=True, max_length=64)),
                ('originals', models.JSONField(default=list)),
                ('delivery', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='joint_signatures', to='rounds.delivery')),
                ('receipt', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rounds.receipt')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='rounds.jointversion')),
            ],
            options={
                'indexes': [models.Index(fields=['delivery'], name='rounds_join_deliver_246561_idx')],
            },
        ),
        migrations.CreateModel(
            name='JointCover',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('delivery', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='joint_covers', to='rounds.delivery')),
                ('original', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rounds.answer')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='covers', to='rounds.jointversion')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('version', 'delivery'), name='covered_once_per_version')],
            },
        ),
    ]
