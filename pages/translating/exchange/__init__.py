"""Takes translations that were made elsewhere, as gettext PO files."""
