import datetime
import django.db.models.deletion
import vaxel.network.domain.agreements
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('network', '0004_unit_import'),
    ]

    operations = [
        migrations.CreateModel(
            name='CountyAgreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField(default=datetime.date(1900, 1, 1))),
                ('valid_to', models.DateField(default=datetime.date(9999, 12, 31))),
                ('title', models.CharField(max_length=200)),
                ('text', models.TextField(blank=True)),
                ('renewal', models.CharField(choices=[(vaxel.network.domain.agreements.Renewal['ENDS'], vaxel.network.domain.agreements.Renewal['ENDS']), (vaxel.network.domain.agreements.Renewal['YEARLY'], vaxel.network.domain.agreements.Renewal['YEARLY'])], default=vaxel.network.domain.agreements.Renewal['ENDS'], max_length=8)),
                ('notice_months', models.PositiveSmallIntegerField(default=6)),
                ('permits', models.JSONField(default=list)),
                ('proposed_at', models.DateTimeField(blank=True, null=True)),
                ('revision', models.PositiveIntegerField(default=1)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('county', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='network.body')),
                ('follows', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followed_by', to='network.countyagreement')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['county'], name='network_cou_county__bc6ec4_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_from__lt', models.F('valid_to'))), name='network_countyagreement_some_time')],
            },
        ),
        migrations.CreateModel(
            name='AgreementParty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('signed_by', models.UUIDField(blank=True, null=True)),
                ('signed_on', models.DateField(blank=True, null=True)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements_joined', to='network.body')),
                ('mandate', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.mandate')),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parties', to='network.countyagreement')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('agreement', 'body'), name='one_party'), models.CheckConstraint(condition=models.Q(models.Q(('mandate', None), ('signed_on', None)), models.Q(('mandate__isnull', False), ('signed_on__isnull', False)), _connector='OR'), name='signed_by_a_mandate')],
            },
        ),
        migrations.CreateModel(
            name='SharedResource',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('kind', models.CharField(choices=[(vaxel.network.domain.agreements.ResourceKind['FUNCTION'], vaxel.network.domain.agreements.ResourceKind['FUNCTION']), (vaxel.network.domain.agreements.ResourceKind['PREMISES'], vaxel.network.domain.agreements.ResourceKind['PREMISES']), (vaxel.network.domain.agreements.ResourceKind['SYSTEM'], vaxel.network.domain.agreements.ResourceKind['SYSTEM']), (vaxel.network.domain.agreements.ResourceKind['MONEY'], vaxel.network.domain.agreements.ResourceKind['MONEY']), (vaxel.network.domain.agreements.ResourceKind['OTHER'], vaxel.network.domain.agreements.ResourceKind['OTHER'])], max_length=12)),
                ('percent', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='resources', to='network.countyagreement')),
                ('host', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.body')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('percent', None), ('percent__lte', 1000), _connector='OR'), name='some_percent')],
            },
        ),
    ]
