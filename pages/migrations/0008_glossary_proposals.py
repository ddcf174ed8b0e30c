from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pages', '0007_assignments'),
    ]

    operations = [
        migrations.AddField(
            model_name='term',
            name='is_proposal',
            field=models.BooleanField(default=False, help_text='Translations need not follow a proposal.', verbose_name='proposal, not approved'),
        ),
    ]
