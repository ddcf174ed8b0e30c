#!/usr/bin/env python
"""Django's command line for B40; debug is on unless the environment says otherwise."""

import os
import sys
from pathlib import Path

from django.core.management import execute_from_command_line


def main() -> None:
    sys.path.insert(1, str(Path(__file__).resolve().parent.parent))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "b40.settings")
    os.environ.setdefault("B40_DEBUG", "on")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
