"""The folders of the repository: what must lie where it lies, and what must never be there."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
AGREED = {
    "site", "pages", "membership", "news", "templates", "static", "locale", "tests", "pyproject.toml", "README.md",
    "Makefile", "deploy", "docs", ".ci", ".gitignore", ".editorconfig",
}  # fmt: skip


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.split("\0") if name]


def test_nothing_lies_at_the_root_beside_the_agreed_entries():
    assert {name.split("/")[0] for name in tracked()} <= AGREED


@pytest.mark.parametrize("name", ["site/__init__.py", "locale/__init__.py", "uv.lock"])
def test_a_file_that_breaks_the_project_does_not_exist(name):
    assert not (ROOT / name).exists()


def test_the_folder_site_is_not_ignored():
    lines = (ROOT / ".gitignore").read_text().splitlines()

    assert not [line for line in lines if line.strip("/") == "site"]


def test_the_standard_module_site_wins_with_the_root_on_the_path():
    code = "import json, site; print(json.dumps([site.__file__ or '', hasattr(site, 'getsitepackages')]))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    file, is_standard = json.loads(run.stdout)

    assert is_standard
    assert not file.startswith(str(ROOT / "site"))


@pytest.mark.parametrize("requirements", ["run.txt", "develop.txt"])
def test_pinned_requirements_are_hashed_and_name_no_index(requirements):
    text = (ROOT / "deploy" / "requirements" / requirements).read_text()

    assert "://" not in text
    assert "index-url" not in text
    assert text.count("==") <= text.count("--hash=sha256:")
