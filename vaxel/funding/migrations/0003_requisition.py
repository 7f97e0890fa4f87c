import django.db.models.deletion
import vaxel.funding.domain.requisition
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('funding', '0002_ledger_and_pools'),
        ('network', '0007_inbox'),
        ('rounds', '0015_two_persons'),
    ]

    operations = [
        migrations.CreateModel(
            name='RequisitionCall',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('attested', models.BooleanField(default=True)),
                ('payer_org_number', models.CharField(blank=True, max_length=20)),
                ('followed_at', models.DateTimeField(blank=True, null=True)),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='calls', to='funding.agreement')),
                ('round', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='requisition_call', to='rounds.round')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('followed_at', None)), fields=('agreement',), name='one_call_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='RequisitionStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[(vaxel.funding.domain.requisition.RequisitionState['WAITING'], vaxel.funding.domain.requisition.RequisitionState['WAITING']), (vaxel.funding.domain.requisition.RequisitionState['ACCEPTED'], vaxel.funding.domain.requisition.RequisitionState['ACCEPTED']), (vaxel.funding.domain.requisition.RequisitionState['DECLINED'], vaxel.funding.domain.requisition.RequisitionState['DECLINED']), (vaxel.funding.domain.requisition.RequisitionState['LAPSED'], vaxel.funding.domain.requisition.RequisitionState['LAPSED'])], max_length=8)),
                ('amount_ore', models.BigIntegerField()),
                ('person_id', models.UUIDField(null=True)),
                ('mandate_id', models.BigIntegerField(null=True)),
                ('received_at', models.DateTimeField()),
                ('answer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rounds.answer')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
                ('call', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='funding.requisitioncall')),
                ('delivery', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rounds.delivery')),
                ('stream', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funding.stream')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('amount_ore__gte', 0)), name='no_negative_requisition')],
            },
        ),
        migrations.CreateModel(
            name='Requisition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[(vaxel.funding.domain.requisition.RequisitionState['WAITING'], vaxel.funding.domain.requisition.RequisitionState['WAITING']), (vaxel.funding.domain.requisition.RequisitionState['ACCEPTED'], vaxel.funding.domain.requisition.RequisitionState['ACCEPTED']), (vaxel.funding.domain.requisition.RequisitionState['DECLINED'], vaxel.funding.domain.requisition.RequisitionState['DECLINED']), (vaxel.funding.domain.requisition.RequisitionState['LAPSED'], vaxel.funding.domain.requisition.RequisitionState['LAPSED'])], max_length=8)),
                ('amount_ore', models.BigIntegerField()),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='requisitions', to='network.body')),
                ('stream', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='requisitions', to='funding.stream')),
                ('call', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='requisitions', to='funding.requisitioncall')),
                ('step', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='stands', to='funding.requisitionstep')),
            ],
            options={
                'indexes': [models.Index(fields=['body'], name='funding_req_body_id_1a6cc4_idx')],
                'constraints': [models.UniqueConstraint(fields=('call', 'stream', 'body'), name='one_requisition_per_stream')],
            },
        ),
    ]
