import django.db.models.deletion
import vaxel.funding.domain.spending
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('funding', '0004_contracts'),
        ('network', '0007_inbox'),
        ('rounds', '0015_two_persons'),
    ]

    operations = [
        migrations.CreateModel(
            name='SpendingJudgement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('verdict', models.CharField(choices=[(vaxel.funding.domain.spending.Verdict['MET'], vaxel.funding.domain.spending.Verdict['MET']), (vaxel.funding.domain.spending.Verdict['NOT_MET'], vaxel.funding.domain.spending.Verdict['NOT_MET'])], max_length=8)),
                ('at', models.DateTimeField()),
                ('opens_on', models.DateField()),
                ('person_id', models.UUIDField(null=True)),
                ('mandate_id', models.BigIntegerField(null=True)),
                ('answer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rounds.answer')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='spending_judgements', to='network.body')),
                ('condition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='judgements', to='funding.condition')),
            ],
        ),
        migrations.CreateModel(
            name='JudgementReason',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('judgement', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='reason', to='funding.spendingjudgement')),
            ],
        ),
        migrations.CreateModel(
            name='SpendingRound',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('interim', models.BooleanField(default=False)),
                ('followed_at', models.DateTimeField(blank=True, null=True)),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='accounts', to='funding.agreement')),
                ('round', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='spending', to='rounds.round')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('followed_at', None)), fields=('agreement', 'interim'), name='one_account_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='SpendingReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('had_ore', models.BigIntegerField()),
                ('used_ore', models.BigIntegerField()),
                ('carried_ore', models.BigIntegerField()),
                ('repay_ore', models.BigIntegerField()),
                ('received_at', models.DateTimeField()),
                ('answer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rounds.answer')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='spending_reports', to='network.body')),
                ('delivery', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rounds.delivery')),
                ('stream', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='spending_reports', to='funding.stream')),
                ('spending', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='funding.spendinground')),
            ],
            options={
                'indexes': [models.Index(fields=['body'], name='funding_spe_body_id_f8bff7_idx')],
                'constraints': [models.UniqueConstraint(fields=('spending', 'body', 'stream'), name='one_report_per_stream'), models.CheckConstraint(condition=models.Q(('carried_ore__gte', 0), ('had_ore__gte', 0), ('repay_ore__gte', 0), ('used_ore__gte', 0)), name='no_negative_report')],
            },
        ),
        migrations.AddField(
            model_name='spendingjudgement',
            name='spending',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='judgements', to='funding.spendinground'),
        ),
        migrations.AddIndex(
            model_name='spendingjudgement',
            index=models.Index(fields=['spending', 'body'], name='funding_spe_spendin_0b66e3_idx'),
        ),
    ]
