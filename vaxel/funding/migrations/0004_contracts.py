import django.db.models.deletion
import uuid
import vaxel.funding.domain.municipal_share
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('files', '0001_initial'),
        ('funding', '0003_requisition'),
        ('network', '0007_inbox'),
    ]

    operations = [
        migrations.CreateModel(
            name='Contract',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('to', models.CharField(blank=True, choices=[(vaxel.funding.domain.municipal_share.For['MUNICIPAL'], vaxel.funding.domain.municipal_share.For['MUNICIPAL']), (vaxel.funding.domain.municipal_share.For['OWN'], vaxel.funding.domain.municipal_share.For['OWN'])], max_length=10)),
                ('proposed_at', models.DateTimeField(blank=True, null=True)),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('end_reason', models.CharField(blank=True, max_length=500)),
                ('replaced_at', models.DateTimeField(blank=True, null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contracts', to='funding.agreement')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contracts', to='network.body')),
                ('drafter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='subcontracts', to='funding.contract')),
                ('payer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
                ('replaces', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='funding.contract')),
                ('stream', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contracts', to='funding.stream')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('parent', None), ('replaces', None)), fields=('stream', 'body'), name='one_contract_per_receiver'), models.CheckConstraint(condition=models.Q(models.Q(('parent', None), ('to', '')), models.Q(('parent__isnull', False), ('to__in', [vaxel.funding.domain.municipal_share.For['MUNICIPAL'], vaxel.funding.domain.municipal_share.For['OWN']])), _connector='OR'), name='a_part_says_whose_work'), models.CheckConstraint(condition=models.Q(('pk', models.F('parent')), _negated=True), name='no_contract_under_itself'), models.CheckConstraint(condition=models.Q(models.Q(('end_reason', ''), ('ended_on', None)), models.Q(('ended_on__isnull', False), models.Q(('end_reason', ''), _negated=True)), _connector='OR'), name='ended_with_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='ContractAccount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('used_ore', models.BigIntegerField()),
                ('municipal_ore', models.BigIntegerField()),
                ('text', models.TextField(blank=True)),
                ('made_by', models.UUIDField(null=True)),
                ('made_at', models.DateTimeField()),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
                ('contract', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='accounts', to='funding.contract')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('municipal_ore__gte', 0), ('municipal_ore__lte', models.F('used_ore')), ('used_ore__gte', 0)), name='accounted_within_what_was_used')],
            },
        ),
        migrations.CreateModel(
            name='ContractParty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveSmallIntegerField(default=0)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contracts_signed', to='network.body')),
                ('contract', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parties', to='funding.contract')),
            ],
            options={
                'ordering': ['place', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('contract', 'body'), name='one_signing_party')],
            },
        ),
        migrations.CreateModel(
            name='ContractVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('content', models.JSONField()),
                ('facts', models.JSONField()),
                ('sha256', models.CharField(max_length=64)),
                ('total_ore', models.BigIntegerField()),
                ('planned_municipal_ore', models.BigIntegerField(default=0)),
                ('least_percent', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('reference', models.CharField(blank=True, max_length=40)),
                ('starts', models.DateField()),
                ('ends', models.DateField()),
                ('municipal_by', models.DateField(blank=True, null=True)),
                ('interim_on', models.DateField()),
                ('final_on', models.DateField()),
                ('why', models.CharField(blank=True, max_length=500)),
                ('made_by', models.UUIDField(null=True)),
                ('made_at', models.DateTimeField()),
                ('contract', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='funding.contract')),
            ],
            options={
                'ordering': ['number'],
                'constraints': [models.UniqueConstraint(fields=('contract', 'number'), name='one_text_per_number'), models.CheckConstraint(condition=models.Q(('planned_municipal_ore__gte', 0), ('planned_municipal_ore__lte', models.F('total_ore')), ('total_ore__gt', 0)), name='planned_within_the_sum'), models.CheckConstraint(condition=models.Q(('starts__lt', models.F('ends'))), name='contract_starts_before_it_ends'), models.CheckConstraint(condition=models.Q(('interim_on__lt', models.F('final_on'))), name='interim_before_final_account')],
            },
        ),
        migrations.CreateModel(
            name='SealedContract',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64, unique=True)),
                ('fingerprint', models.CharField(max_length=64)),
                ('sealed_at', models.DateTimeField()),
                ('attachment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.attachment')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sealed', to='funding.contractversion')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='SignedCopy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('signed_on', models.DateField()),
                ('said_by', models.UUIDField(null=True)),
                ('said_at', models.DateTimeField()),
                ('attachment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.attachment')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='copies', to='funding.contractversion')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='ContractSignature',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64)),
                ('person_id', models.UUIDField(null=True)),
                ('signed_on', models.DateField()),
                ('signed_at', models.DateTimeField()),
                ('mandate', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.mandate')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='funding.contractparty')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='funding.contractversion')),
                ('copy', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='funding.signedcopy')),
            ],
            options={
                'ordering': ['signed_at', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('party', 'version'), name='one_signature_per_text'), models.CheckConstraint(condition=models.Q(('copy__isnull', False), ('mandate__isnull', False), _connector='OR'), name='signed_by_mandate_or_hand')],
            },
        ),
    ]
