"""Keeps with each translation which page it is made from; so far that was the English page, else the first."""

import django.db.models.deletion
from django.db import migrations, models


def name_originals(apps, _schema_editor):
    PageText = apps.get_model("pages", "PageText")
    for kept in PageText.objects.exclude(taken_digest="").select_related("page"):
        family = apps.get_model("wagtailcore", "Page").objects.filter(
            translation_key=kept.page.translation_key, live=True
        )
        english = family.filter(locale__language_code="en").first()
        kept.made_from = english or family.order_by("pk").first()
        if kept.made_from_id not in (None, kept.page_id):
            kept.save(update_fields=["made_from"])


class Migration(migrations.Migration):
    dependencies = [("pages", "0005_untranslated"), ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes")]

    operations = [
        migrations.AddField(
            model_name="pagetext",
            name="made_from",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="wagtailcore.page"
            ),
        ),
        migrations.RunPython(name_originals, migrations.RunPython.noop),
    ]
