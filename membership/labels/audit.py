"""What is wrong with the record or with an exported dossier: one sentence per fault, placeholders are its details."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

CHAIN_FAULTS: dict[str, "StrPromise"] = {
    "event_changed": _("Event %(event)s is not as it was sealed (seal %(number)s)."),
    "event_removed": _("Event %(event)s is missing, though it was sealed (seal %(number)s)."),
    "seal_removed": _("Seal %(number)s is missing."),
    "seals_removed": _("Seals %(number)s to %(last)s are missing."),
    "seal_broken": _("Seal %(number)s does not stand on the one before it."),
    "end_cut_off": _("The end is cut off: seal %(number)s was the newest, and the last one that is there is %(last)s."),
    "head_changed": _("The newest seal is %(last)s, and not the one that was kept apart (%(number)s)."),
    "event_unsealed": _("Event %(event)s of %(at)s was never sealed."),
    "hash_unknown": _("No seal bears the hash %(sha256)s."),
    "table_unguarded": _("The table %(table)s is not guarded against changes: run the migrations."),
}
DOSSIER_FAULTS: dict[str, "StrPromise"] = {
    "not_a_zip": _("This is not a ZIP file, or it is damaged."),
    "no_manifest": _("%(path)s is missing."),
    "manifest_changed": _("manifest.json is not the one that manifest.sha256 names."),
    "manifest_unreadable": _("%(path)s cannot be read."),
    "file_missing": _("%(path)s is missing, though the manifest names it."),
    "file_extra": _("%(path)s is not named in the manifest."),
    "file_twice": _("%(path)s is in the ZIP file twice."),
    "file_changed": _("%(path)s was changed: its content is not that of the manifest."),
    "revision_changed": _("Revision %(number)s is not the one whose hash it bears."),
    "upload_changed": _("%(path)s is not the file that was uploaded."),
}
