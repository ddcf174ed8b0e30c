from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pages', '0008_glossary_proposals'),
    ]

    operations = [
        migrations.CreateModel(
            name='PastPlace',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField()),
                ('parent_key', models.UUIDField()),
                ('slug', models.CharField(max_length=255)),
                ('since', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('slug', 'parent_key', 'translation_key'), name='one_record_of_a_past_place')],
            },
        ),
    ]
