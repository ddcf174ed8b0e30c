"""Files of pictures that wait for their descriptions; they lie where the pictures do."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import UploadedFile

from pages.pictures.cleaning import bare
from pages.pictures.models import Picture


def keep_bare(instance: UploadedFile, **_signal: Any) -> None:
    """Listen before a waiting file is saved: keep of a picture the picture alone."""
    is_picture = instance.for_content_type == ContentType.objects.get_for_model(Picture)
    if is_picture and instance.file and not instance.file._committed:
        instance.file = bare(instance.file.file, instance.file.name)
