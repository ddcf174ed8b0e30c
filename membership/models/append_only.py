"""The base of rows that are written once and never changed or deleted."""

from typing import Any, ClassVar, NoReturn

from django.db import models


class AppendOnlyError(RuntimeError):
    """A row that must stand was about to be changed or deleted."""


class AppendOnlyQuerySet(models.QuerySet):
    """Refuses the writes that would go past `save` and `delete`."""

    def update(self, **values: Any) -> NoReturn:
        raise AppendOnlyError(f"{self.model.__name__} rows are never changed.")

    def delete(self) -> NoReturn:
        raise AppendOnlyError(f"{self.model.__name__} rows are never deleted.")

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnlyError(f"{self.model.__name__} rows are never changed.")

    def bulk_create(self, *args: Any, update_conflicts: bool = False, **kwargs: Any) -> list[Any]:
        if update_conflicts:
            raise AppendOnlyError(f"{self.model.__name__} rows are never changed.")
        return super().bulk_create(*args, **kwargs)


class AppendOnly(models.Model):
    """A row that can be inserted and read, nothing else."""

    objects: ClassVar[models.Manager] = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnlyError(f"{type(self).__name__} rows are never changed.")
        super().save(*args, **{**kwargs, "force_insert": True})  # a number that is taken is refused, not written over

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnlyError(f"{type(self).__name__} rows are never deleted.")
