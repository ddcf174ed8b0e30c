import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pages', '0006_made_from'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Assignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('page_key', models.UUIDField()),
                ('language', models.CharField(choices=[('en', 'English'), ('tr', 'Türkçe'), ('sq', 'Shqip'), ('bs', 'Bosanski'), ('bg', 'Български'), ('hr', 'Hrvatski'), ('el', 'Ελληνικά'), ('mk', 'Македонски'), ('cnr', 'Crnogorski'), ('ro', 'Română'), ('sr', 'Српски'), ('sr-latn', 'Srpski'), ('sl', 'Slovenščina')], max_length=10)),
                ('due', models.DateField(blank=True, null=True)),
                ('given_at', models.DateTimeField()),
                ('given_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('translator', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': [models.OrderBy(models.F('due'), nulls_last=True), 'pk'],
                'constraints': [models.UniqueConstraint(fields=('page_key', 'language'), name='one_translator_of_a_page')],
            },
        ),
    ]
