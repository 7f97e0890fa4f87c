import django.db.models.deletion
import uuid
import vaxel.funding.domain.chain
import vaxel.funding.domain.conditions
import vaxel.funding.domain.life
import vaxel.funding.domain.terms
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('network', '0007_inbox'),
    ]

    operations = [
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('year', models.PositiveSmallIntegerField()),
                ('name', models.CharField(max_length=200)),
                ('text', models.TextField(blank=True)),
                ('reference', models.CharField(blank=True, max_length=40)),
                ('state', models.CharField(choices=[(vaxel.funding.domain.life.AgreementState['DRAFT'], vaxel.funding.domain.life.AgreementState['DRAFT']), (vaxel.funding.domain.life.AgreementState['PREPARED'], vaxel.funding.domain.life.AgreementState['PREPARED']), (vaxel.funding.domain.life.AgreementState['DECIDED'], vaxel.funding.domain.life.AgreementState['DECIDED']), (vaxel.funding.domain.life.AgreementState['REPLACED'], vaxel.funding.domain.life.AgreementState['REPLACED'])], default=vaxel.funding.domain.life.AgreementState['DRAFT'], max_length=8)),
                ('rounding', models.CharField(choices=[(vaxel.funding.domain.terms.Rounding['NEAREST'], vaxel.funding.domain.terms.Rounding['NEAREST']), (vaxel.funding.domain.terms.Rounding['LARGEST_REMAINDER'], vaxel.funding.domain.terms.Rounding['LARGEST_REMAINDER'])], default=vaxel.funding.domain.terms.Rounding['NEAREST'], max_length=20)),
                ('level', models.CharField(choices=[(vaxel.funding.domain.terms.Level['DIRECT'], vaxel.funding.domain.terms.Level['DIRECT']), (vaxel.funding.domain.terms.Level['NESTED'], vaxel.funding.domain.terms.Level['NESTED'])], default=vaxel.funding.domain.terms.Level['DIRECT'], max_length=8)),
                ('unit_ore', models.PositiveIntegerField(default=100)),
                ('prepared_by', models.UUIDField(blank=True, null=True)),
                ('prepared_at', models.DateTimeField(blank=True, null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('revision', models.PositiveIntegerField(default=0)),
                ('assessor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
                ('orderer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements_drafted', to='network.body')),
                ('payer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
                ('replaces', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='funding.agreement')),
            ],
            options={
                'ordering': ['-year', 'name', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('unit_ore__gte', 1)), name='some_payout_unit'), models.CheckConstraint(condition=models.Q(('year__gte', 1990), ('year__lte', 2100)), name='a_year_of_money'), models.CheckConstraint(condition=models.Q(models.Q(('prepared_at', None), ('prepared_by', None)), ('prepared_at__isnull', False), _connector='OR'), name='prepared_at_a_moment')],
            },
        ),
        migrations.CreateModel(
            name='AgreementParty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parties', to='funding.agreement')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('agreement', 'body'), name='one_party_of_money')],
            },
        ),
        migrations.CreateModel(
            name='Deadline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('link', models.CharField(choices=[(vaxel.funding.domain.chain.Link['REQUISITION'], vaxel.funding.domain.chain.Link['REQUISITION']), (vaxel.funding.domain.chain.Link['CONTRACTS'], vaxel.funding.domain.chain.Link['CONTRACTS']), (vaxel.funding.domain.chain.Link['INTERIM'], vaxel.funding.domain.chain.Link['INTERIM']), (vaxel.funding.domain.chain.Link['SPENT'], vaxel.funding.domain.chain.Link['SPENT']), (vaxel.funding.domain.chain.Link['BODY_REPORT'], vaxel.funding.domain.chain.Link['BODY_REPORT']), (vaxel.funding.domain.chain.Link['COUNTY_REPORT'], vaxel.funding.domain.chain.Link['COUNTY_REPORT']), (vaxel.funding.domain.chain.Link['NATIONAL_REPORT'], vaxel.funding.domain.chain.Link['NATIONAL_REPORT']), (vaxel.funding.domain.chain.Link['REPAYMENT'], vaxel.funding.domain.chain.Link['REPAYMENT'])], max_length=16)),
                ('day', models.DateField()),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deadlines', to='funding.agreement')),
            ],
            options={
                'ordering': [models.OrderBy(models.F('day')), 'pk'],
                'constraints': [models.UniqueConstraint(fields=('agreement', 'link'), name='one_day_per_link')],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('version', models.CharField(max_length=20)),
                ('inputs', models.JSONField()),
                ('outputs', models.JSONField()),
                ('sha256', models.CharField(max_length=64)),
                ('prepared_by', models.UUIDField(null=True)),
                ('prepared_at', models.DateTimeField()),
                ('decided_by', models.UUIDField(null=True)),
                ('decided_at', models.DateTimeField()),
                ('agreement', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='decision', to='funding.agreement')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('decided_by__isnull', True), ('prepared_by__isnull', True), models.Q(('decided_by', models.F('prepared_by')), _negated=True), _connector='OR'), name='allocation_decided_by_two')],
            },
        ),
        migrations.CreateModel(
            name='Payout',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[(vaxel.funding.domain.terms.Receivers['MUNICIPALITY'], vaxel.funding.domain.terms.Receivers['MUNICIPALITY']), (vaxel.funding.domain.terms.Receivers['REGION'], vaxel.funding.domain.terms.Receivers['REGION']), (vaxel.funding.domain.terms.Receivers['COUNTY'], vaxel.funding.domain.terms.Receivers['COUNTY']), (vaxel.funding.domain.terms.Receivers['HEALTHCARE_REGION'], vaxel.funding.domain.terms.Receivers['HEALTHCARE_REGION'])], max_length=20)),
                ('share_ore', models.BigIntegerField()),
                ('payout_ore', models.BigIntegerField()),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payouts', to='network.body')),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payouts', to='funding.decision')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('decision', 'body', 'kind'), name='one_payout_per_receiver'), models.CheckConstraint(condition=models.Q(('payout_ore__gte', 0), ('share_ore__gte', 0)), name='no_negative_payout')],
            },
        ),
        migrations.CreateModel(
            name='Scenario',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('changes', models.JSONField(default=dict)),
                ('made_by', models.UUIDField(null=True)),
                ('made_at', models.DateTimeField()),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scenarios', to='funding.agreement')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('agreement', 'name'), name='one_scenario_per_name')],
            },
        ),
        migrations.CreateModel(
            name='Stream',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(max_length=40)),
                ('title', models.CharField(max_length=200)),
                ('purpose', models.TextField(blank=True)),
                ('pot_ore', models.BigIntegerField()),
                ('receivers', models.CharField(choices=[(vaxel.funding.domain.terms.Receivers['MUNICIPALITY'], vaxel.funding.domain.terms.Receivers['MUNICIPALITY']), (vaxel.funding.domain.terms.Receivers['REGION'], vaxel.funding.domain.terms.Receivers['REGION']), (vaxel.funding.domain.terms.Receivers['COUNTY'], vaxel.funding.domain.terms.Receivers['COUNTY']), (vaxel.funding.domain.terms.Receivers['HEALTHCARE_REGION'], vaxel.funding.domain.terms.Receivers['HEALTHCARE_REGION'])], max_length=20)),
                ('allocation', models.CharField(choices=[(vaxel.funding.domain.terms.Allocation['POPULATION'], vaxel.funding.domain.terms.Allocation['POPULATION']), (vaxel.funding.domain.terms.Allocation['EQUAL'], vaxel.funding.domain.terms.Allocation['EQUAL']), (vaxel.funding.domain.terms.Allocation['BASE_AND_POPULATION'], vaxel.funding.domain.terms.Allocation['BASE_AND_POPULATION']), (vaxel.funding.domain.terms.Allocation['SHARES'], vaxel.funding.domain.terms.Allocation['SHARES']), (vaxel.funding.domain.terms.Allocation['ENTERED'], vaxel.funding.domain.terms.Allocation['ENTERED'])], max_length=20)),
                ('reference_date', models.DateField(blank=True, null=True)),
                ('base_ore', models.BigIntegerField(default=0)),
                ('place', models.PositiveSmallIntegerField(default=0)),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='streams', to='funding.agreement')),
            ],
            options={
                'ordering': ['place', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('agreement', 'key'), name='one_stream_per_key'), models.CheckConstraint(condition=models.Q(('base_ore__gte', 0), ('pot_ore__gte', 0)), name='no_negative_pot')],
            },
        ),
        migrations.CreateModel(
            name='Grant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('share_ore', models.BigIntegerField()),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grants', to='network.body')),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grants', to='funding.decision')),
                ('stream', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grants', to='funding.stream')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('stream', 'body'), name='one_grant_per_stream'), models.CheckConstraint(condition=models.Q(('share_ore__gte', 0)), name='no_negative_grant')],
            },
        ),
        migrations.CreateModel(
            name='Condition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[(vaxel.funding.domain.conditions.ConditionKind['BASIC'], vaxel.funding.domain.conditions.ConditionKind['BASIC']), (vaxel.funding.domain.conditions.ConditionKind['INTERIM_ACCOUNT'], vaxel.funding.domain.conditions.ConditionKind['INTERIM_ACCOUNT']), (vaxel.funding.domain.conditions.ConditionKind['PLAN_AND_ANALYSIS'], vaxel.funding.domain.conditions.ConditionKind['PLAN_AND_ANALYSIS']), (vaxel.funding.domain.conditions.ConditionKind['MUNICIPAL_SHARE'], vaxel.funding.domain.conditions.ConditionKind['MUNICIPAL_SHARE'])], default=vaxel.funding.domain.conditions.ConditionKind['BASIC'], max_length=20)),
                ('text', models.CharField(max_length=500)),
                ('least_percent', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('opens_next_year', models.BooleanField(default=False)),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conditions', to='funding.agreement')),
                ('stream', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='conditions', to='funding.stream')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('least_percent', None), models.Q(('least_percent__gte', 1), ('least_percent__lte', 100)), _connector='OR'), name='some_part_of_a_hundred'), models.CheckConstraint(condition=models.Q(models.Q(('kind', vaxel.funding.domain.conditions.ConditionKind['MUNICIPAL_SHARE']), _negated=True), ('least_percent__isnull', False), _connector='OR'), name='a_share_says_how_much')],
            },
        ),
        migrations.CreateModel(
            name='StreamAmount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('amount_ore', models.BigIntegerField(blank=True, null=True)),
                ('parts', models.PositiveIntegerField(blank=True, null=True)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
                ('stream', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='amounts', to='funding.stream')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('stream', 'body'), name='one_amount_per_receiver'), models.CheckConstraint(condition=models.Q(models.Q(('amount_ore__gte', 0), ('parts', None)), models.Q(('amount_ore', None), ('parts__isnull', False)), _connector='OR'), name='an_amount_or_parts')],
            },
        ),
    ]
