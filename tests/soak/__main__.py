"""`python -m tests.soak`: plays random sessions in worlds of 500, and counts the books of each."""

import argparse
import logging
import os
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import tests.conftest  # noqa: F401 - the environment of tests
from tests.engine import Engine

WORLD = 500
"""Sessions of one world; each has an engine and a seed of its own."""


def main() -> int:
    """0 when all books balance."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="of the first world; others follow")
    parser.add_argument("--sessions", type=int, default=10_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--alone", action="store_true", help="one world, in this process")
    arguments = parser.parse_args()
    if arguments.alone:
        return _play(arguments.seed, arguments.sessions)
    began = time.monotonic()
    worlds = [
        (arguments.seed + number, min(WORLD, arguments.sessions - number * WORLD))
        for number in range(-(-arguments.sessions // WORLD))
    ]
    with ThreadPoolExecutor(arguments.workers) as pool:
        failed = sum(pool.map(lambda world: _in_a_process(*world), worlds))
    seconds = time.monotonic() - began
    _say(
        f"seed {arguments.seed}: {arguments.sessions} sessions in {len(worlds)} worlds,"
        f" {seconds:.0f} s, {failed} worlds whose books do not balance"
    )
    return 1 if failed else 0


def _in_a_process(seed: int, sessions: int) -> bool:
    command = [sys.executable, "-m", "tests.soak", "--alone", "--seed", str(seed)]
    done = subprocess.run([*command, "--sessions", str(sessions)], check=False)
    return done.returncode != 0


def _play(seed: int, sessions: int) -> int:
    logging.disable(logging.CRITICAL)
    began = time.monotonic()
    engine = Engine()
    # botocore reads this when the first client is made.
    os.environ["AWS_ENDPOINT_URL_DYNAMODB"] = engine.url  # noqa: TID251 - of this process
    try:
        engine.create_tables()
        from tests.soak.world import Soak  # noqa: PLC0415 - it makes clients of that engine

        soak = Soak(seed)
        soak.play(sessions)
        found = soak.faults()
        states = dict(Counter(one.state.value for one in soak.transactions()))
        seconds = time.monotonic() - began
        _say(f"world {seed}: {sessions} sessions, {soak.frames} frames, {seconds:.0f} s, {states}")
        for one in found:
            _say(f"world {seed}: {one.subject}: {one.detail}")
        return 1 if found else 0
    finally:
        engine.stop()


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
