"""The smallest part of a log that still shows a failure."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from simulators.aws.machine import ROOT

MOST_TRIES = 40
REPLAY_S = 300

type Line = Mapping[str, Any]


def concerning(log: Sequence[Line], transaction_ids: set[int]) -> list[Line]:
    """The frames that name one of these transactions, their requests and answers, and all dials.

    Without ids the whole log.
    """
    if not transaction_ids:
        return list(log)
    wanted = {
        line["frame"][1]
        for line in log
        if "frame" in line and _named(line["frame"]) & transaction_ids
    }
    return [line for line in log if "frame" not in line or line["frame"][1] in wanted]


def _named(value: object) -> set[int]:
    """Every transaction id in a frame."""
    if isinstance(value, list):
        return {number for part in value for number in _named(part)}
    if not isinstance(value, dict):
        return set()
    found = {number for part in value.values() for number in _named(part)}
    number = value.get("transactionId")
    return found | {number} if isinstance(number, int) else found


def differs(lines: Sequence[Line]) -> bool:
    """Whether a replay answers or bills otherwise than the log says, with nothing that is hurt."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(line) + "\n" for line in lines)
        file.flush()
        command = [sys.executable, "-m", "simulators.replay", file.name, "--power", "22000"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=REPLAY_S)
    return done.returncode == 1


def write(path: Path, lines: Sequence[Line]) -> None:
    """Write a log; what still fails when it is replayed is shrunk to what that needs."""
    smallest = shrink(lines, differs, MOST_TRIES)
    path.write_text("".join(json.dumps(line) + "\n" for line in smallest), encoding="utf-8")


def shrink[T](events: Sequence[T], fails: Callable[[Sequence[T]], bool], tries: int) -> Sequence[T]:
    """Leave out what a failure does not need: delta debugging, with at most so many tries.

    Returns `events` when they do not fail by themselves: the failure needs its moment.
    """
    kept = list(events)
    if not fails(kept):
        return events
    left, size = tries - 1, max(1, len(kept) // 2)
    while left > 0:
        before, start = len(kept), 0
        while start < len(kept) and left > 0:
            candidate = kept[:start] + kept[start + size :]
            left -= 1
            if candidate and fails(candidate):
                kept = candidate
            else:
                start += size
        if size == 1 and len(kept) == before:
            break
        size = max(1, size // 2)
    return kept
