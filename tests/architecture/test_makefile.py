"""What a person types reaches the programs as it was typed."""

import shlex
import subprocess

import pytest

from tests.architecture.repository import ROOT


@pytest.mark.parametrize("target", ["run", "session", "books", "backup", "token"])
def test_a_folder_may_have_any_name(target: str) -> None:
    told = subprocess.run(
        ["make", "--dry-run", target, "DATA=/a folder/with (ümlauts) & more", "TO=/the copy"],  # noqa: S607 - make is on the PATH of who runs this
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    words = shlex.split(told.splitlines()[-1])
    assert words[words.index("--data") + 1] == "/a folder/with (ümlauts) & more"
