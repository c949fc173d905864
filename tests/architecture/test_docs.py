"""What the documents name exists."""

import re
from pathlib import Path

from tests.architecture.repository import ROOT, files

# Where a name in a document may be meant from.
ROOTS = (ROOT, ROOT / "shared", ROOT / "shared/csms")
NAME = re.compile(r"`([^`\s]+)`")
FILE = re.compile(r"(?:[\w.-]+/)*[\w-]+\.(?:py|md|yaml|yml|toml|txt|json|mk|html|in)")
FOLDER = re.compile(r"(?:[\w.-]+/)+")
MODULE = re.compile(r"(?:csms|deployment|functions|simulators|benchmarks|tests)(?:\.\w+)+")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
TARGET = re.compile(r"`make ([a-z]+)")
MADE_BY_A_RUN = ("var/", ".venv/", ".cache/", ".aws-sam/", "node_modules/", "_validators/")


def _documents() -> list[Path]:
    return [path for path in files() if path.suffix == ".md"]


def test_named_files_exist() -> None:
    missing = [
        f"{document.relative_to(ROOT)}: {name}"
        for document in _documents()
        for name in NAME.findall(document.read_text(encoding="utf-8"))
        if not _exists(name, document)
    ]
    assert missing == []


def test_links_lead_somewhere() -> None:
    broken = [
        f"{document.relative_to(ROOT)}: {link}"
        for document in _documents()
        for link in LINK.findall(document.read_text(encoding="utf-8"))
        if "://" not in link and not (document.parent / link).exists()
    ]
    assert broken == []


def test_named_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = {
        target
        for document in _documents()
        for target in TARGET.findall(document.read_text(encoding="utf-8"))
    }
    assert named - targets == set()


def test_make_help_lists_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (phony,) = re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    listed = set(re.findall(r"^([a-z]+):.*##", makefile, re.MULTILINE))
    assert set(phony.split()) - listed == {"setup", "static"}


def _exists(name: str, document: Path) -> bool:
    if MODULE.fullmatch(name):
        return _module_exists(name)
    if not (FILE.fullmatch(name) or FOLDER.fullmatch(name)) or name.startswith(MADE_BY_A_RUN):
        return True
    if any((root / name).exists() for root in (*ROOTS, document.parent)):
        return True
    return "/" not in name and any(path.name == name for path in files())


def _module_exists(name: str) -> bool:
    """A module, a package, or a name in one."""
    for parts in (name.split("."), name.split(".")[:-1]):
        for root in ROOTS[:2]:
            path = root.joinpath(*parts)
            if path.is_dir() or path.with_suffix(".py").is_file():
                return True
    return False
