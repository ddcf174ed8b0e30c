"""Does the work of a timer row by row: a row that fails holds up no other."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable

logger = logging.getLogger(__name__)


def each(keys: Iterable[int], act: Callable[[int], bool]) -> int:
    """Return for how many rows `act` did something. Where rows failed, the first failure is raised after the last row."""
    done, failures = 0, []
    for key in keys:
        try:
            done += bool(act(key))
        except Exception as error:
            logger.exception("row %s failed", key)
            failures.append(error)
    if failures:
        raise failures[0]
    return done
