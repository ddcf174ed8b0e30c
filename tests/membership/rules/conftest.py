"""Tries the same cases in every run, however slow the machine."""

from hypothesis import settings

settings.register_profile("b40", derandomize=True, deadline=None)
settings.load_profile("b40")
