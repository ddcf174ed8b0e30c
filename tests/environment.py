"""Sets the environment of a test run before Django reads its settings; loaded as a pytest plugin."""

import os
import tempfile
from pathlib import Path

VAR = Path(os.environ.get("B40_VAR") or tempfile.mkdtemp(prefix="b40-tests-"))
# Each worker has files of its own: what one leaves or cleans up is nothing to the others.
os.environ["B40_VAR"] = str(VAR / os.environ.get("PYTEST_XDIST_WORKER", ""))
os.environ["B40_DEBUG"] = "on"
os.environ["B40_ORIGIN"] = "http://localhost:8000"
os.environ["B40_HOSTS"] = "testserver,localhost,127.0.0.1"
os.environ["B40_EMAIL_URL"] = "memorymail://"
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs in the thread of the tests
(Path(os.environ["B40_VAR"]) / "static").mkdir(parents=True, exist_ok=True)  # WhiteNoise wants its folder
