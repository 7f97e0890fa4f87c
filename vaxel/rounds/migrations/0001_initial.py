import django.db.models.deletion
import uuid
import vaxel.rounds.domain.kinds
import vaxel.rounds.domain.state
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('network', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Frame',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=64, unique=True)),
                ('as_of', models.DateField()),
                ('size', models.PositiveIntegerField()),
                ('kinds', models.BinaryField()),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name='Round',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[(vaxel.rounds.domain.kinds.RoundKind['ACCOUNT'], vaxel.rounds.domain.kinds.RoundKind['ACCOUNT']), (vaxel.rounds.domain.kinds.RoundKind['SURVEY'], vaxel.rounds.domain.kinds.RoundKind['SURVEY']), (vaxel.rounds.domain.kinds.RoundKind['CONSULTATION'], vaxel.rounds.domain.kinds.RoundKind['CONSULTATION']), (vaxel.rounds.domain.kinds.RoundKind['COMMENTS'], vaxel.rounds.domain.kinds.RoundKind['COMMENTS']), (vaxel.rounds.domain.kinds.RoundKind['MAILING'], vaxel.rounds.domain.kinds.RoundKind['MAILING'])], max_length=12)),
                ('state', models.CharField(choices=[(vaxel.rounds.domain.kinds.RoundState['DRAFT'], vaxel.rounds.domain.kinds.RoundState['DRAFT']), (vaxel.rounds.domain.kinds.RoundState['OPEN'], vaxel.rounds.domain.kinds.RoundState['OPEN']), (vaxel.rounds.domain.kinds.RoundState['CLOSED'], vaxel.rounds.domain.kinds.RoundState['CLOSED']), (vaxel.rounds.domain.kinds.RoundState['FED_BACK'], vaxel.rounds.domain.kinds.RoundState['FED_BACK']), (vaxel.rounds.domain.kinds.RoundState['RECALLED'], vaxel.rounds.domain.kinds.RoundState['RECALLED'])], default=vaxel.rounds.domain.kinds.RoundState['DRAFT'], max_length=8)),
                ('number', models.CharField(blank=True, max_length=20, null=True, unique=True)),
                ('title', models.CharField(max_length=200)),
                ('text', models.TextField(blank=True)),
                ('replaces', models.CharField(blank=True, max_length=300)),
                ('legal_basis', models.CharField(blank=True, max_length=300)),
                ('consulted', models.CharField(blank=True, max_length=300)),
                ('minutes', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('is_public', models.BooleanField(default=False)),
                ('answers_public', models.BooleanField(default=True)),
                ('forward_text', models.TextField(blank=True)),
                ('audience', models.JSONField(default=dict)),
                ('route', models.CharField(choices=[(vaxel.rounds.domain.kinds.Route['DIRECT'], vaxel.rounds.domain.kinds.Route['DIRECT']), (vaxel.rounds.domain.kinds.Route['STEPWISE'], vaxel.rounds.domain.kinds.Route['STEPWISE'])], default=vaxel.rounds.domain.kinds.Route['DIRECT'], max_length=8)),
                ('opens', models.DateField(blank=True, null=True)),
                ('due', models.DateField(blank=True, null=True)),
                ('compile_due', models.DateField(blank=True, null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.UUIDField(null=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('sent_by', models.UUIDField(blank=True, null=True)),
                ('asked_to_confirm_by', models.UUIDField(blank=True, null=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('feedback', models.TextField(blank=True)),
                ('fed_back_at', models.DateTimeField(blank=True, null=True)),
                ('revision', models.PositiveIntegerField(default=0)),
                ('assessor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
                ('frame', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rounds', to='rounds.frame')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rounds', to='network.body')),
            ],
            options={
                'indexes': [models.Index(fields=['state', 'due'], name='rounds_roun_state_3177a3_idx')],
            },
        ),
        migrations.CreateModel(
            name='Delivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('state', models.PositiveSmallIntegerField(default=1)),
                ('due', models.DateField(blank=True, null=True)),
                ('assignee', models.UUIDField(blank=True, null=True)),
                ('received_at', models.DateTimeField(blank=True, null=True)),
                ('relayed_at', models.DateTimeField(blank=True, null=True)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('approved_at', models.DateTimeField(blank=True, null=True)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='network.body')),
                ('via', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
                ('waits_at', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='rounds.round')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('round', 'body'), name='one_delivery_per_body'), models.UniqueConstraint(fields=('round', 'position'), name='one_delivery_per_position')],
            },
        ),
        migrations.CreateModel(
            name='Receipt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step', models.CharField(choices=[(vaxel.rounds.domain.state.Step['SENT'], vaxel.rounds.domain.state.Step['SENT']), (vaxel.rounds.domain.state.Step['RECEIVED'], vaxel.rounds.domain.state.Step['RECEIVED']), (vaxel.rounds.domain.state.Step['RELAYED'], vaxel.rounds.domain.state.Step['RELAYED']), (vaxel.rounds.domain.state.Step['ANSWERED'], vaxel.rounds.domain.state.Step['ANSWERED']), (vaxel.rounds.domain.state.Step['APPROVED'], vaxel.rounds.domain.state.Step['APPROVED']), (vaxel.rounds.domain.state.Step['COMPLETION_REQUESTED'], vaxel.rounds.domain.state.Step['COMPLETION_REQUESTED']), (vaxel.rounds.domain.state.Step['DECLINED'], vaxel.rounds.domain.state.Step['DECLINED']), (vaxel.rounds.domain.state.Step['NOTHING_TO_REPORT'], vaxel.rounds.domain.state.Step['NOTHING_TO_REPORT']), (vaxel.rounds.domain.state.Step['WITHDRAWN'], vaxel.rounds.domain.state.Step['WITHDRAWN']), (vaxel.rounds.domain.state.Step['RECALLED'], vaxel.rounds.domain.state.Step['RECALLED'])], max_length=20)),
                ('state', models.PositiveSmallIntegerField()),
                ('received_at', models.DateTimeField()),
                ('person_id', models.UUIDField(null=True)),
                ('mandate_id', models.BigIntegerField(null=True)),
                ('registered_by_body', models.BigIntegerField(null=True)),
                ('key', models.CharField(max_length=64, null=True, unique=True)),
                ('delivery', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='receipts', to='rounds.delivery')),
            ],
        ),
        migrations.CreateModel(
            name='ReceiptNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('receipt', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='note', to='rounds.receipt')),
            ],
        ),
        migrations.CreateModel(
            name='StateVector',
            fields=[
                ('round', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='vector', serialize=False, to='rounds.round')),
                ('states', models.BinaryField()),
                ('folded_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Reminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=100, unique=True)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('by', models.UUIDField(null=True)),
                ('reached', models.CharField(max_length=20)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reminders', to='rounds.round')),
            ],
        ),
        migrations.CreateModel(
            name='Enquiry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked_by', models.UUIDField(null=True)),
                ('asked_at', models.DateTimeField(auto_now_add=True)),
                ('text', models.TextField()),
                ('answer', models.TextField(blank=True)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('is_published', models.BooleanField(default=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='enquiries', to='rounds.round')),
            ],
        ),
        migrations.CreateModel(
            name='CoWorker',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='network.person')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='co_workers', to='rounds.round')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('round', 'person'), name='each_co_worker_once')],
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('by', models.UUIDField(null=True)),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='rounds.round')),
            ],
        ),
        migrations.CreateModel(
            name='RoundSender',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='senders', to='rounds.round')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('round', 'body'), name='each_sender_once')],
            },
        ),
        migrations.CreateModel(
            name='Template',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('archived_at', models.DateTimeField(blank=True, null=True)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='templates', to='network.body')),
            ],
        ),
        migrations.CreateModel(
            name='TemplateVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('content', models.JSONField(default=dict)),
                ('frozen_at', models.DateTimeField(blank=True, null=True)),
                ('revision', models.PositiveIntegerField(default=0)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('template', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='rounds.template')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('template', 'number'), name='one_version_per_number'), models.UniqueConstraint(condition=models.Q(('frozen_at', None)), fields=('template',), name='one_version_being_written')],
            },
        ),
        migrations.AddField(
            model_name='round',
            name='template_version',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='rounds.templateversion'),
        ),
        migrations.CreateModel(
            name='QuestionUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question_id', models.CharField(db_index=True, max_length=40)),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='uses', to='rounds.templateversion')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('version', 'question_id'), name='asked_once_per_version')],
            },
        ),
        migrations.CreateModel(
            name='UnfoldedMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('round_id', models.BigIntegerField()),
                ('position', models.PositiveIntegerField()),
            ],
            options={
                'indexes': [models.Index(fields=['round_id'], name='rounds_unfo_round_i_6e44d4_idx')],
            },
        ),
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('status', models.CharField(choices=[(vaxel.rounds.domain.kinds.AnswerStatus['DRAFT'], vaxel.rounds.domain.kinds.AnswerStatus['DRAFT']), (vaxel.rounds.domain.kinds.AnswerStatus['FOR_DECISION'], vaxel.rounds.domain.kinds.AnswerStatus['FOR_DECISION']), (vaxel.rounds.domain.kinds.AnswerStatus['SUBMITTED'], vaxel.rounds.domain.kinds.AnswerStatus['SUBMITTED']), (vaxel.rounds.domain.kinds.AnswerStatus['WITHDRAWN'], vaxel.rounds.domain.kinds.AnswerStatus['WITHDRAWN']), (vaxel.rounds.domain.kinds.AnswerStatus['REPLACED'], vaxel.rounds.domain.kinds.AnswerStatus['REPLACED'])], default=vaxel.rounds.domain.kinds.AnswerStatus['DRAFT'], max_length=12)),
                ('values', models.JSONField(default=dict)),
                ('revision', models.PositiveIntegerField(default=0)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('updated_by', models.UUIDField(null=True)),
                ('submitted_at', models.DateTimeField(blank=True, null=True)),
                ('submitted_by', models.UUIDField(blank=True, null=True)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('decided_by', models.UUIDField(blank=True, null=True)),
                ('returned_note', models.TextField(blank=True)),
                ('on_behalf', models.BooleanField(default=False)),
                ('delivery', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='rounds.delivery')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('delivery', 'number'), name='one_answer_per_number'), models.UniqueConstraint(condition=models.Q(('status', vaxel.rounds.domain.kinds.AnswerStatus['SUBMITTED'])), fields=('delivery',), name='one_standing_answer'), models.UniqueConstraint(condition=models.Q(('status__in', [vaxel.rounds.domain.kinds.AnswerStatus['DRAFT'], vaxel.rounds.domain.kinds.AnswerStatus['FOR_DECISION']])), fields=('delivery',), name='one_answer_being_written')],
            },
        ),
        migrations.CreateModel(
            name='FramePosition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
                ('frame', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='positions', to='rounds.frame')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('frame', 'position'), name='one_body_per_position'), models.UniqueConstraint(fields=('frame', 'body'), name='each_body_once')],
            },
        ),
        migrations.CreateModel(
            name='FrameRange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.PositiveIntegerField()),
                ('stop', models.PositiveIntegerField()),
                ('frame', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ranges', to='rounds.frame')),
                ('node', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('frame', 'node', 'start'), name='one_range_per_start')],
            },
        ),
        migrations.CreateModel(
            name='NodeCompilation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(blank=True)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('finished_by', models.UUIDField(blank=True, null=True)),
                ('mandate_id', models.BigIntegerField(null=True)),
                ('covered', models.CharField(blank=True, max_length=64)),
                ('revision', models.PositiveIntegerField(default=0)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('node', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='compilations', to='rounds.round')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('round', 'node'), name='one_compilation_per_node')],
            },
        ),
    ]
