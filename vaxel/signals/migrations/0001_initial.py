import django.db.models.deletion
import uuid
import vaxel.signals.domain.kinds
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('network', '0005_county_agreements'),
    ]

    operations = [
        migrations.CreateModel(
            name='Signal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[(vaxel.signals.domain.kinds.SignalKind['NEED'], vaxel.signals.domain.kinds.SignalKind['NEED']), (vaxel.signals.domain.kinds.SignalKind['EARLY_SIGN'], vaxel.signals.domain.kinds.SignalKind['EARLY_SIGN']), (vaxel.signals.domain.kinds.SignalKind['GOOD_EXAMPLE'], vaxel.signals.domain.kinds.SignalKind['GOOD_EXAMPLE']), (vaxel.signals.domain.kinds.SignalKind['PRACTICE'], vaxel.signals.domain.kinds.SignalKind['PRACTICE']), (vaxel.signals.domain.kinds.SignalKind['RETIRE'], vaxel.signals.domain.kinds.SignalKind['RETIRE'])], max_length=12)),
                ('state', models.CharField(choices=[(vaxel.signals.domain.kinds.SignalState['NEW'], vaxel.signals.domain.kinds.SignalState['NEW']), (vaxel.signals.domain.kinds.SignalState['TAKEN'], vaxel.signals.domain.kinds.SignalState['TAKEN']), (vaxel.signals.domain.kinds.SignalState['ANSWERED'], vaxel.signals.domain.kinds.SignalState['ANSWERED']), (vaxel.signals.domain.kinds.SignalState['CLOSED'], vaxel.signals.domain.kinds.SignalState['CLOSED']), (vaxel.signals.domain.kinds.SignalState['MERGED'], vaxel.signals.domain.kinds.SignalState['MERGED']), (vaxel.signals.domain.kinds.SignalState['WITHDRAWN'], vaxel.signals.domain.kinds.SignalState['WITHDRAWN'])], default=vaxel.signals.domain.kinds.SignalState['NEW'], max_length=9)),
                ('title', models.CharField(blank=True, max_length=150)),
                ('text', models.TextField(blank=True)),
                ('stems', models.TextField(blank=True, editable=False)),
                ('group', models.CharField(blank=True, max_length=20)),
                ('author_person', models.UUIDField(blank=True, null=True)),
                ('written_at', models.DateTimeField()),
                ('level', models.CharField(choices=[(vaxel.signals.domain.kinds.Level['OWN'], vaxel.signals.domain.kinds.Level['OWN']), (vaxel.signals.domain.kinds.Level['COUNTY'], vaxel.signals.domain.kinds.Level['COUNTY']), (vaxel.signals.domain.kinds.Level['RESOURCE_CENTRE'], vaxel.signals.domain.kinds.Level['RESOURCE_CENTRE']), (vaxel.signals.domain.kinds.Level['NATION'], vaxel.signals.domain.kinds.Level['NATION'])], max_length=15)),
                ('at_desk_since', models.DateTimeField()),
                ('taken_by', models.UUIDField(blank=True, null=True)),
                ('answer_by', models.DateField()),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('may_publish', models.BooleanField(default=False)),
                ('published_at', models.DateTimeField(blank=True, null=True)),
                ('erased_at', models.DateTimeField(blank=True, null=True)),
                ('author_body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='signals', to='network.body')),
                ('desk', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
                ('head', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='signals.signal')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
            ],
            options={
                'indexes': [models.Index(fields=['desk', 'state'], name='signals_sig_desk_id_7ad2a2_idx'), models.Index(fields=['author_body', '-id'], name='signals_sig_author__b117e0_idx'), models.Index(fields=['place'], name='signals_sig_place_i_a3bdca_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('head__isnull', False), ('state', vaxel.signals.domain.kinds.SignalState['MERGED'])), models.Q(models.Q(('state', vaxel.signals.domain.kinds.SignalState['MERGED']), _negated=True), ('head__isnull', True)), _connector='OR'), name='merged_into_another'), models.CheckConstraint(condition=models.Q(('published_at__isnull', True), ('may_publish', True), _connector='OR'), name='published_by_both')],
            },
        ),
        migrations.CreateModel(
            name='Reached',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateTimeField()),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
                ('signal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reached', to='signals.signal')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('signal', 'body'), name='reached_once')],
            },
        ),
        migrations.CreateModel(
            name='PublicContact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254)),
                ('signal', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='contact', to='signals.signal')),
            ],
        ),
        migrations.CreateModel(
            name='LedTo',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('destination', models.CharField(max_length=30)),
                ('object_id', models.BigIntegerField()),
                ('at', models.DateTimeField()),
                ('by', models.UUIDField(null=True)),
                ('joined', models.BooleanField(default=False)),
                ('fed_back_at', models.DateTimeField(blank=True, null=True)),
                ('signal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='led_to', to='signals.signal')),
            ],
            options={
                'indexes': [models.Index(fields=['destination', 'object_id'], name='signals_led_destina_9b74b8_idx')],
                'constraints': [models.UniqueConstraint(fields=('signal', 'destination', 'object_id'), name='became_it_once')],
            },
        ),
        migrations.CreateModel(
            name='SignalStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step', models.CharField(choices=[(vaxel.signals.domain.kinds.Step['WRITTEN'], vaxel.signals.domain.kinds.Step['WRITTEN']), (vaxel.signals.domain.kinds.Step['TAKE'], vaxel.signals.domain.kinds.Step['TAKE']), (vaxel.signals.domain.kinds.Step['RELEASE'], vaxel.signals.domain.kinds.Step['RELEASE']), (vaxel.signals.domain.kinds.Step['SEND_UP'], vaxel.signals.domain.kinds.Step['SEND_UP']), (vaxel.signals.domain.kinds.Step['SEND_ACROSS'], vaxel.signals.domain.kinds.Step['SEND_ACROSS']), (vaxel.signals.domain.kinds.Step['MERGE'], vaxel.signals.domain.kinds.Step['MERGE']), (vaxel.signals.domain.kinds.Step['TOOK_IN'], vaxel.signals.domain.kinds.Step['TOOK_IN']), (vaxel.signals.domain.kinds.Step['UNMERGE'], vaxel.signals.domain.kinds.Step['UNMERGE']), (vaxel.signals.domain.kinds.Step['LET_GO'], vaxel.signals.domain.kinds.Step['LET_GO']), (vaxel.signals.domain.kinds.Step['ANSWER'], vaxel.signals.domain.kinds.Step['ANSWER']), (vaxel.signals.domain.kinds.Step['BECOME'], vaxel.signals.domain.kinds.Step['BECOME']), (vaxel.signals.domain.kinds.Step['FED_BACK'], vaxel.signals.domain.kinds.Step['FED_BACK']), (vaxel.signals.domain.kinds.Step['CLOSE'], vaxel.signals.domain.kinds.Step['CLOSE']), (vaxel.signals.domain.kinds.Step['REOPEN'], vaxel.signals.domain.kinds.Step['REOPEN']), (vaxel.signals.domain.kinds.Step['WITHDRAW'], vaxel.signals.domain.kinds.Step['WITHDRAW']), (vaxel.signals.domain.kinds.Step['PUBLISH'], vaxel.signals.domain.kinds.Step['PUBLISH']), (vaxel.signals.domain.kinds.Step['UNPUBLISH'], vaxel.signals.domain.kinds.Step['UNPUBLISH'])], max_length=12)),
                ('state', models.CharField(max_length=9)),
                ('person_id', models.UUIDField(null=True)),
                ('mandate_id', models.BigIntegerField(null=True)),
                ('received_at', models.DateTimeField()),
                ('other', models.BigIntegerField(null=True)),
                ('key', models.CharField(max_length=64, null=True)),
                ('body', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
                ('desk', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
                ('signal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='signals.signal')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('key',), name='one_signal_step_per_key')],
            },
        ),
        migrations.CreateModel(
            name='StepNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('step', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='note', to='signals.signalstep')),
            ],
        ),
    ]
