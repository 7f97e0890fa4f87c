import django.db.models.deletion
import uuid
import vaxel.funding.domain.cost_share
import vaxel.funding.domain.entries
import vaxel.funding.domain.pool_state
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('funding', '0001_initial'),
        ('network', '0007_inbox'),
    ]

    operations = [
        migrations.CreateModel(
            name='LedgerEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[(vaxel.funding.domain.entries.EntryKind['POT'], vaxel.funding.domain.entries.EntryKind['POT']), (vaxel.funding.domain.entries.EntryKind['GRANTED'], vaxel.funding.domain.entries.EntryKind['GRANTED']), (vaxel.funding.domain.entries.EntryKind['ROUNDED_POT'], vaxel.funding.domain.entries.EntryKind['ROUNDED_POT']), (vaxel.funding.domain.entries.EntryKind['ROUNDED_UP'], vaxel.funding.domain.entries.EntryKind['ROUNDED_UP']), (vaxel.funding.domain.entries.EntryKind['ROUNDED_DOWN'], vaxel.funding.domain.entries.EntryKind['ROUNDED_DOWN']), (vaxel.funding.domain.entries.EntryKind['REQUISITIONED'], vaxel.funding.domain.entries.EntryKind['REQUISITIONED']), (vaxel.funding.domain.entries.EntryKind['DECLINED'], vaxel.funding.domain.entries.EntryKind['DECLINED']), (vaxel.funding.domain.entries.EntryKind['LAPSED'], vaxel.funding.domain.entries.EntryKind['LAPSED']), (vaxel.funding.domain.entries.EntryKind['SHARED_ANEW'], vaxel.funding.domain.entries.EntryKind['SHARED_ANEW']), (vaxel.funding.domain.entries.EntryKind['POOLED'], vaxel.funding.domain.entries.EntryKind['POOLED']), (vaxel.funding.domain.entries.EntryKind['PASSED_ON'], vaxel.funding.domain.entries.EntryKind['PASSED_ON']), (vaxel.funding.domain.entries.EntryKind['FEE'], vaxel.funding.domain.entries.EntryKind['FEE']), (vaxel.funding.domain.entries.EntryKind['USED'], vaxel.funding.domain.entries.EntryKind['USED']), (vaxel.funding.domain.entries.EntryKind['DISALLOWED'], vaxel.funding.domain.entries.EntryKind['DISALLOWED']), (vaxel.funding.domain.entries.EntryKind['CARRIED_OUT'], vaxel.funding.domain.entries.EntryKind['CARRIED_OUT']), (vaxel.funding.domain.entries.EntryKind['CARRIED_IN'], vaxel.funding.domain.entries.EntryKind['CARRIED_IN']), (vaxel.funding.domain.entries.EntryKind['TO_REPAY'], vaxel.funding.domain.entries.EntryKind['TO_REPAY']), (vaxel.funding.domain.entries.EntryKind['JUSTIFIED'], vaxel.funding.domain.entries.EntryKind['JUSTIFIED']), (vaxel.funding.domain.entries.EntryKind['WRITTEN_OFF'], vaxel.funding.domain.entries.EntryKind['WRITTEN_OFF']), (vaxel.funding.domain.entries.EntryKind['REPAID'], vaxel.funding.domain.entries.EntryKind['REPAID'])], max_length=16)),
                ('day', models.DateField()),
                ('ore', models.BigIntegerField()),
                ('year', models.PositiveSmallIntegerField()),
                ('source_type', models.CharField(blank=True, max_length=60)),
                ('source_ref', models.CharField(blank=True, max_length=64)),
                ('key', models.CharField(max_length=64, null=True)),
                ('entered_at', models.DateTimeField()),
                ('person_id', models.UUIDField(null=True)),
                ('mandate_id', models.BigIntegerField(null=True)),
                ('refers_to', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='referred_by', to='funding.ledgerentry')),
                ('reverses', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reversed_by', to='funding.ledgerentry')),
                ('source', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='entries_out', to='network.body')),
                ('stream', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='funding.stream')),
                ('target', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='entries_in', to='network.body')),
            ],
            options={
                'indexes': [models.Index(fields=['source', 'stream', 'year'], name='funding_led_source__ab8e36_idx'), models.Index(fields=['target', 'stream', 'year'], name='funding_led_target__22bc1c_idx'), models.Index(fields=['source_type', 'source_ref'], name='funding_led_source__df4c0b_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ore__gt', 0)), name='some_ore_moves'), models.CheckConstraint(condition=models.Q(models.Q(('kind__in', [vaxel.funding.domain.entries.EntryKind['FEE'], vaxel.funding.domain.entries.EntryKind['GRANTED'], vaxel.funding.domain.entries.EntryKind['PASSED_ON'], vaxel.funding.domain.entries.EntryKind['POOLED'], vaxel.funding.domain.entries.EntryKind['ROUNDED_DOWN'], vaxel.funding.domain.entries.EntryKind['ROUNDED_UP']]), ('source__isnull', False), ('target__isnull', False), models.Q(('source', models.F('target')), _negated=True)), models.Q(('kind__in', [vaxel.funding.domain.entries.EntryKind['CARRIED_IN'], vaxel.funding.domain.entries.EntryKind['DISALLOWED'], vaxel.funding.domain.entries.EntryKind['POT'], vaxel.funding.domain.entries.EntryKind['ROUNDED_POT'], vaxel.funding.domain.entries.EntryKind['SHARED_ANEW']]), ('source__isnull', True), ('target__isnull', False)), models.Q(models.Q(('kind__in', [vaxel.funding.domain.entries.EntryKind['CARRIED_IN'], vaxel.funding.domain.entries.EntryKind['DISALLOWED'], vaxel.funding.domain.entries.EntryKind['FEE'], vaxel.funding.domain.entries.EntryKind['GRANTED'], vaxel.funding.domain.entries.EntryKind['PASSED_ON'], vaxel.funding.domain.entries.EntryKind['POOLED'], vaxel.funding.domain.entries.EntryKind['POT'], vaxel.funding.domain.entries.EntryKind['ROUNDED_DOWN'], vaxel.funding.domain.entries.EntryKind['ROUNDED_POT'], vaxel.funding.domain.entries.EntryKind['ROUNDED_UP'], vaxel.funding.domain.entries.EntryKind['SHARED_ANEW']]), _negated=True), ('source__isnull', False), ('target__isnull', True)), _connector='OR'), name='entry_between_its_ends'), models.CheckConstraint(condition=models.Q(models.Q(('kind', vaxel.funding.domain.entries.EntryKind['CARRIED_IN']), _negated=True), ('refers_to__isnull', False), _connector='OR'), name='opening_refers_to_closing'), models.UniqueConstraint(condition=models.Q(('kind', vaxel.funding.domain.entries.EntryKind['CARRIED_IN']), ('reverses__isnull', True)), fields=('refers_to',), name='one_opening_per_closing'), models.UniqueConstraint(fields=('key',), name='one_entry_per_key')],
            },
        ),
        migrations.CreateModel(
            name='PocketBalance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField()),
                ('granted', models.BigIntegerField(default=0)),
                ('requisitioned', models.BigIntegerField(default=0)),
                ('received', models.BigIntegerField(default=0)),
                ('pooled', models.BigIntegerField(default=0)),
                ('passed_on', models.BigIntegerField(default=0)),
                ('shared_out', models.BigIntegerField(default=0)),
                ('used', models.BigIntegerField(default=0)),
                ('declined', models.BigIntegerField(default=0)),
                ('lapsed', models.BigIntegerField(default=0)),
                ('repaid', models.BigIntegerField(default=0)),
                ('owed', models.BigIntegerField(default=0)),
                ('carried_out', models.BigIntegerField(default=0)),
                ('carried_in', models.BigIntegerField(default=0)),
                ('left', models.BigIntegerField(default=0)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='balances', to='network.body')),
                ('stream', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='balances', to='funding.stream')),
            ],
            options={
                'indexes': [models.Index(fields=['stream', 'year'], name='funding_poc_stream__87e64a_idx')],
                'constraints': [models.UniqueConstraint(fields=('body', 'stream', 'year'), name='one_balance_per_pocket'), models.CheckConstraint(condition=models.Q(('left__gte', 0)), name='no_pocket_overdrawn'), models.CheckConstraint(condition=models.Q(('owed__gte', 0), ('owed__lte', models.F('left'))), name='what_is_owed_is_there')],
            },
        ),
        migrations.CreateModel(
            name='Pool',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[(vaxel.funding.domain.pool_state.PurposeKind['JOINT'], vaxel.funding.domain.pool_state.PurposeKind['JOINT']), (vaxel.funding.domain.pool_state.PurposeKind['FEE'], vaxel.funding.domain.pool_state.PurposeKind['FEE'])], default=vaxel.funding.domain.pool_state.PurposeKind['JOINT'], max_length=8)),
                ('title', models.CharField(max_length=160)),
                ('purpose', models.TextField(blank=True)),
                ('year', models.PositiveSmallIntegerField()),
                ('cost_ore', models.BigIntegerField()),
                ('yearly_ore', models.BigIntegerField(blank=True, null=True)),
                ('percent', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('months', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('key', models.CharField(choices=[(vaxel.funding.domain.cost_share.ShareKey['GRANTED'], vaxel.funding.domain.cost_share.ShareKey['GRANTED']), (vaxel.funding.domain.cost_share.ShareKey['POPULATION'], vaxel.funding.domain.cost_share.ShareKey['POPULATION']), (vaxel.funding.domain.cost_share.ShareKey['EQUAL'], vaxel.funding.domain.cost_share.ShareKey['EQUAL']), (vaxel.funding.domain.cost_share.ShareKey['ENTERED'], vaxel.funding.domain.cost_share.ShareKey['ENTERED'])], default=vaxel.funding.domain.cost_share.ShareKey['GRANTED'], max_length=12)),
                ('state', models.CharField(choices=[(vaxel.funding.domain.pool_state.PoolState['DRAFT'], vaxel.funding.domain.pool_state.PoolState['DRAFT']), (vaxel.funding.domain.pool_state.PoolState['PROPOSED'], vaxel.funding.domain.pool_state.PoolState['PROPOSED']), (vaxel.funding.domain.pool_state.PoolState['AGREED'], vaxel.funding.domain.pool_state.PoolState['AGREED']), (vaxel.funding.domain.pool_state.PoolState['WITHDRAWN'], vaxel.funding.domain.pool_state.PoolState['WITHDRAWN'])], default=vaxel.funding.domain.pool_state.PoolState['DRAFT'], max_length=10)),
                ('made_by', models.UUIDField(null=True)),
                ('proposed_at', models.DateTimeField(blank=True, null=True)),
                ('agreed_at', models.DateTimeField(blank=True, null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('revision', models.PositiveIntegerField(default=0)),
                ('agreement', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pools', to='funding.agreement')),
                ('host', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pools_hosted', to='network.body')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pools', to='network.body')),
                ('resource', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='network.sharedresource')),
                ('streams', models.ManyToManyField(blank=True, related_name='pools', to='funding.stream')),
            ],
            options={
                'ordering': ['-year', 'title', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('cost_ore__gt', 0)), name='a_pool_costs_something'), models.CheckConstraint(condition=models.Q(('state__in', [vaxel.funding.domain.pool_state.PoolState['DRAFT'], vaxel.funding.domain.pool_state.PoolState['WITHDRAWN']]), ('proposed_at__isnull', False), _connector='OR'), name='a_pool_is_proposed_first'), models.CheckConstraint(condition=models.Q(models.Q(('state', vaxel.funding.domain.pool_state.PoolState['AGREED']), _negated=True), ('agreed_at__isnull', False), _connector='OR'), name='agreed_at_a_moment')],
            },
        ),
        migrations.CreateModel(
            name='PoolPart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ore', models.BigIntegerField()),
                ('rest_ore', models.BigIntegerField(blank=True, null=True)),
                ('basis', models.BigIntegerField(default=0)),
                ('answer', models.CharField(choices=[(vaxel.funding.domain.pool_state.PartAnswer['WAITING'], vaxel.funding.domain.pool_state.PartAnswer['WAITING']), (vaxel.funding.domain.pool_state.PartAnswer['AGREED'], vaxel.funding.domain.pool_state.PartAnswer['AGREED']), (vaxel.funding.domain.pool_state.PartAnswer['DECLINED'], vaxel.funding.domain.pool_state.PartAnswer['DECLINED'])], default=vaxel.funding.domain.pool_state.PartAnswer['WAITING'], max_length=8)),
                ('answered_by', models.UUIDField(blank=True, null=True)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('reason', models.TextField(blank=True)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pool_parts', to='network.body')),
                ('mandate', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.mandate')),
                ('pool', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='funding.pool')),
                ('stream', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funding.stream')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('pool', 'body'), name='one_part_per_party'), models.CheckConstraint(condition=models.Q(('ore__gte', 0)), name='no_negative_part'), models.CheckConstraint(condition=models.Q(models.Q(('answer', vaxel.funding.domain.pool_state.PartAnswer['WAITING']), ('answered_at', None)), models.Q(models.Q(('answer', vaxel.funding.domain.pool_state.PartAnswer['WAITING']), _negated=True), ('answered_at__isnull', False)), _connector='OR'), name='answered_at_a_moment')],
            },
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('introduction', models.TextField(blank=True)),
                ('reporting', models.TextField(blank=True)),
                ('revision', models.PositiveIntegerField(default=0)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('changed_at', models.DateTimeField(auto_now=True)),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='funding.agreement')),
                ('county', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='network.body')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('county', 'agreement'), name='one_proposal_per_county')],
            },
        ),
        migrations.CreateModel(
            name='ProposalUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('purpose', models.TextField(blank=True)),
                ('group', models.CharField(blank=True, max_length=160)),
                ('steering', models.CharField(blank=True, max_length=160)),
                ('decides', models.CharField(blank=True, max_length=160)),
                ('reports', models.CharField(blank=True, max_length=160)),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='uses', to='funding.proposal')),
                ('stream', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funding.stream')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('proposal', 'stream'), name='one_use_per_stream')],
            },
        ),
        migrations.CreateModel(
            name='RepaymentClaim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('deadline', models.DateField()),
                ('grace_days', models.PositiveSmallIntegerField(default=0)),
                ('reason', models.TextField()),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='claim', to='funding.ledgerentry')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='a_claim_has_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='BudgetLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField()),
                ('label', models.CharField(max_length=120)),
                ('planned_ore', models.BigIntegerField(default=0)),
                ('agreed_ore', models.BigIntegerField(blank=True, null=True)),
                ('accounted_ore', models.BigIntegerField(blank=True, null=True)),
                ('place', models.PositiveSmallIntegerField(default=0)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='budget_lines', to='network.body')),
                ('stream', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='budget_lines', to='funding.stream')),
            ],
            options={
                'ordering': ['place', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('body', 'stream', 'year', 'label'), name='one_line_per_label'), models.CheckConstraint(condition=models.Q(('planned_ore__gte', 0), models.Q(('agreed_ore', None), ('agreed_ore__gte', 0), _connector='OR'), models.Q(('accounted_ore', None), ('accounted_ore__gte', 0), _connector='OR')), name='no_negative_line')],
            },
        ),
    ]
