import django.db.models.deletion
import uuid
import vaxel.adoption.domain.checking
import vaxel.adoption.domain.life
import vaxel.adoption.domain.retiring
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('network', '0004_unit_import'),
        ('rounds', '0004_vectors_uncompressed'),
    ]

    operations = [
        migrations.CreateModel(
            name='Thing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('name', models.CharField(max_length=160)),
                ('kind', models.CharField(max_length=60)),
                ('owner_type', models.CharField(blank=True, max_length=60)),
                ('owner_ref', models.BigIntegerField(blank=True, null=True)),
                ('description', models.TextField(blank=True)),
                ('target_kinds', models.JSONField(default=list)),
                ('need_indicator', models.CharField(blank=True, max_length=200)),
                ('state', models.CharField(choices=[(vaxel.adoption.domain.life.ThingState['IN_USE'], vaxel.adoption.domain.life.ThingState['IN_USE']), (vaxel.adoption.domain.life.ThingState['BEING_RETIRED'], vaxel.adoption.domain.life.ThingState['BEING_RETIRED']), (vaxel.adoption.domain.life.ThingState['RETIRED'], vaxel.adoption.domain.life.ThingState['RETIRED'])], default=vaxel.adoption.domain.life.ThingState['IN_USE'], max_length=14)),
                ('retires_on', models.DateField(blank=True, null=True)),
                ('since', models.DateField()),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('revision', models.PositiveIntegerField(default=0)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='things', to='network.body')),
                ('replaced_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaces', to='adoption.thing')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('owner_type', ''), _negated=True), fields=('owner_type', 'owner_ref'), name='one_thing_per_owned')],
            },
        ),
        migrations.CreateModel(
            name='AdoptionStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stage', models.PositiveSmallIntegerField(choices=[(0, 'NONE'), (1, 'NOT_RELEVANT'), (2, 'EXPLORING'), (3, 'INSTALLING'), (4, 'INITIAL_USE'), (5, 'FULL_USE'), (6, 'RETIRED')])),
                ('happened_on', models.DateField()),
                ('registered_at', models.DateTimeField()),
                ('opens_on', models.DateField()),
                ('person_id', models.UUIDField(null=True)),
                ('mandate_id', models.BigIntegerField(null=True)),
                ('key', models.CharField(max_length=64, null=True)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='adoption_steps', to='network.body')),
                ('corrects', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='adoption.adoptionstep')),
                ('thing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='adoption.thing')),
            ],
            options={
                'indexes': [models.Index(fields=['thing', 'body', 'happened_on'], name='adoption_ad_thing_i_3d5ab9_idx'), models.Index(fields=['opens_on'], name='adoption_ad_opens_o_947cbe_idx')],
                'constraints': [models.UniqueConstraint(fields=('key',), name='one_step_per_key')],
            },
        ),
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(blank=True)),
                ('indicator', models.CharField(blank=True, max_length=200)),
                ('delivery', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='rounds.delivery')),
                ('step', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='adoption.adoptionstep')),
            ],
        ),
        migrations.CreateModel(
            name='Opening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('person_id', models.UUIDField(null=True)),
                ('mandate_id', models.BigIntegerField(null=True)),
                ('step', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='opening', to='adoption.adoptionstep')),
            ],
        ),
        migrations.CreateModel(
            name='StageMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('thing_id', models.BigIntegerField()),
                ('body_id', models.BigIntegerField()),
            ],
            options={
                'indexes': [models.Index(fields=['thing_id'], name='adoption_st_thing_i_147cee_idx')],
            },
        ),
        migrations.CreateModel(
            name='Retirement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[(vaxel.adoption.domain.retiring.RetirementState['PROPOSED'], vaxel.adoption.domain.retiring.RetirementState['PROPOSED']), (vaxel.adoption.domain.retiring.RetirementState['CONSULTING'], vaxel.adoption.domain.retiring.RetirementState['CONSULTING']), (vaxel.adoption.domain.retiring.RetirementState['PREPARED'], vaxel.adoption.domain.retiring.RetirementState['PREPARED']), (vaxel.adoption.domain.retiring.RetirementState['DISMISSED'], vaxel.adoption.domain.retiring.RetirementState['DISMISSED']), (vaxel.adoption.domain.retiring.RetirementState['KEPT'], vaxel.adoption.domain.retiring.RetirementState['KEPT']), (vaxel.adoption.domain.retiring.RetirementState['PHASING_OUT'], vaxel.adoption.domain.retiring.RetirementState['PHASING_OUT']), (vaxel.adoption.domain.retiring.RetirementState['ENDED'], vaxel.adoption.domain.retiring.RetirementState['ENDED'])], default=vaxel.adoption.domain.retiring.RetirementState['PROPOSED'], max_length=12)),
                ('reason', models.TextField()),
                ('proposed_by', models.UUIDField(null=True)),
                ('proposed_at', models.DateTimeField()),
                ('source_type', models.CharField(blank=True, max_length=60)),
                ('source_id', models.BigIntegerField(blank=True, null=True)),
                ('outcome', models.CharField(blank=True, choices=[(vaxel.adoption.domain.retiring.Outcome['KEEP'], vaxel.adoption.domain.retiring.Outcome['KEEP']), (vaxel.adoption.domain.retiring.Outcome['RETIRE'], vaxel.adoption.domain.retiring.Outcome['RETIRE']), (vaxel.adoption.domain.retiring.Outcome['REPLACE'], vaxel.adoption.domain.retiring.Outcome['REPLACE'])], max_length=8)),
                ('decision', models.TextField(blank=True)),
                ('from_day', models.DateField(blank=True, null=True)),
                ('prepared_by', models.UUIDField(blank=True, null=True)),
                ('prepared_at', models.DateTimeField(blank=True, null=True)),
                ('decided_by', models.UUIDField(blank=True, null=True)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('reminded_at', models.DateTimeField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('consultation', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='retirement_consulted', to='rounds.round')),
                ('notice', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='retirement_told', to='rounds.round')),
                ('proposed_by_body', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
                ('replacement', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='adoption.thing')),
                ('thing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='retirements', to='adoption.thing')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', (vaxel.adoption.domain.retiring.RetirementState['PROPOSED'], vaxel.adoption.domain.retiring.RetirementState['CONSULTING'], vaxel.adoption.domain.retiring.RetirementState['PREPARED'], vaxel.adoption.domain.retiring.RetirementState['PHASING_OUT']))), fields=('thing',), name='one_retirement_under_way'), models.CheckConstraint(condition=models.Q(models.Q(('state', vaxel.adoption.domain.retiring.RetirementState['PHASING_OUT']), _negated=True), ('from_day__isnull', False), _connector='OR'), name='retired_from_a_day'), models.CheckConstraint(condition=models.Q(('decided_by__isnull', True), ('prepared_by__isnull', True), models.Q(('decided_by', models.F('prepared_by')), _negated=True), _connector='OR'), name='retired_by_two')],
            },
        ),
        migrations.CreateModel(
            name='PeerCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[(vaxel.adoption.domain.checking.CheckState['INVITED'], vaxel.adoption.domain.checking.CheckState['INVITED']), (vaxel.adoption.domain.checking.CheckState['DECLINED'], vaxel.adoption.domain.checking.CheckState['DECLINED']), (vaxel.adoption.domain.checking.CheckState['TOLD'], vaxel.adoption.domain.checking.CheckState['TOLD']), (vaxel.adoption.domain.checking.CheckState['SHOWN'], vaxel.adoption.domain.checking.CheckState['SHOWN']), (vaxel.adoption.domain.checking.CheckState['KEPT'], vaxel.adoption.domain.checking.CheckState['KEPT']), (vaxel.adoption.domain.checking.CheckState['WITHDRAWN'], vaxel.adoption.domain.checking.CheckState['WITHDRAWN'])], default=vaxel.adoption.domain.checking.CheckState['INVITED'], max_length=10)),
                ('message', models.TextField(blank=True)),
                ('saw', models.TextField(blank=True)),
                ('stage', models.PositiveSmallIntegerField(blank=True, choices=[(0, 'NONE'), (1, 'NOT_RELEVANT'), (2, 'EXPLORING'), (3, 'INSTALLING'), (4, 'INITIAL_USE'), (5, 'FULL_USE'), (6, 'RETIRED')], null=True)),
                ('visited_on', models.DateField(blank=True, null=True)),
                ('invited_at', models.DateTimeField()),
                ('told_at', models.DateTimeField(blank=True, null=True)),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checks_of', to='network.body')),
                ('peer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checks_by', to='network.body')),
                ('thing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='adoption.thing')),
            ],
            options={
                'indexes': [models.Index(fields=['peer', 'state'], name='adoption_pe_peer_id_cb4d2b_idx'), models.Index(fields=['body', 'thing'], name='adoption_pe_body_id_f58e2b_idx')],
            },
        ),
        migrations.CreateModel(
            name='NeedSet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('label', models.CharField(max_length=200)),
                ('unit', models.CharField(blank=True, max_length=60)),
                ('year', models.PositiveSmallIntegerField()),
                ('source', models.CharField(max_length=200)),
                ('high_is_need', models.BooleanField(default=True)),
                ('file_name', models.CharField(blank=True, max_length=200)),
                ('rows', models.JSONField(default=list)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('by', models.UUIDField(null=True)),
                ('applied_at', models.DateTimeField(blank=True, null=True)),
                ('thing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='need_sets', to='adoption.thing')),
            ],
        ),
        migrations.CreateModel(
            name='Standing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stage', models.PositiveSmallIntegerField(default=0)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
                ('thing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='standings', to='adoption.thing')),
            ],
            options={
                'indexes': [models.Index(fields=['body'], name='adoption_st_body_id_084c40_idx')],
                'constraints': [models.UniqueConstraint(fields=('thing', 'body'), name='one_standing_per_body')],
            },
        ),
        migrations.CreateModel(
            name='ThingRound',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('round', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='spreads', to='rounds.round')),
                ('thing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rounds', to='adoption.thing')),
            ],
        ),
        migrations.CreateModel(
            name='NeedFigure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('value', models.DecimalField(decimal_places=4, max_digits=18)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
                ('need_set', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='figures', to='adoption.needset')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('need_set', 'body'), name='one_need_per_body')],
            },
        ),
        migrations.CreateModel(
            name='StageVector',
            fields=[
                ('thing', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='vector', serialize=False, to='adoption.thing')),
                ('stages', models.BinaryField()),
                ('looked_on', models.DateField()),
                ('folded_at', models.DateTimeField()),
                ('frame', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rounds.frame')),
            ],
        ),
    ]
