"""A bucket on disk: whole files, found by key, and no way out of its folder."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from simulators.aws.files_on_disk import BadKey, FilesOnDisk

NOW = datetime(2026, 5, 4, tzinfo=UTC)


def put(files: FilesOnDisk, key: str, age: timedelta = timedelta(0)) -> None:
    with files.writing(key) as file:
        file.write(b"content")
    moment = (NOW - age).timestamp()
    os.utime(files.path(key), (moment, moment))


def keys(files: FilesOnDisk) -> list[str]:
    return [entry.key for entry in files.list_after("", "", 100)[0]]


def test_files_below_a_prefix_end_after_its_days(tmp_path: Path) -> None:
    files = FilesOnDisk(tmp_path)
    put(files, "uploads/old", timedelta(days=91))
    put(files, "uploads/new", timedelta(days=89))
    put(files, "firmware/old", timedelta(days=1000))
    assert files.expire({"uploads/": 90, "exports/": 7}, NOW) == 1
    assert keys(files) == ["firmware/old", "uploads/new"]


def test_a_write_that_fails_keeps_the_file_before_it(tmp_path: Path) -> None:
    files = FilesOnDisk(tmp_path)
    put(files, "a/b")
    broken = files.writing("a/b")
    broken.__enter__().write(b"half")
    assert broken.__exit__(OSError, OSError("no space"), None) is False
    assert files.path("a/b").read_bytes() == b"content"


def test_what_an_earlier_run_did_not_finish_is_removed(tmp_path: Path) -> None:
    FilesOnDisk(tmp_path)
    (tmp_path / "unfinished" / "tmp1").write_bytes(b"half")
    FilesOnDisk(tmp_path)
    assert list((tmp_path / "unfinished").iterdir()) == []


@pytest.mark.parametrize("key", ["..", "a/../../b", "/etc/passwd", "a//b", "", "a/.", "a\\b", "ä"])
def test_no_key_leads_out(tmp_path: Path, key: str) -> None:
    files = FilesOnDisk(tmp_path)
    for act in (files.path, files.find, files.delete):
        with pytest.raises(BadKey):
            act(key)
