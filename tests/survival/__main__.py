"""`python -m tests.survival`: hurt a system under load, then see whether it kept its promises."""

import argparse
import contextlib
import io
import logging
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tests.e2e.operator import Operator as Registrar
from tests.survival import shrinking
from tests.survival.havoc import wreak
from tests.survival.load import FUNDS_MINOR, Visitor
from tests.survival.machine import Survivor
from tests.survival.operator import Operator

if TYPE_CHECKING:
    from tests.survival.invariants import Broken

FINISH_S = 120.0
"""How long chargers may take to come to an end once everything is whole again."""
GONE_S = 30.0


def main() -> int:
    """0 when every promise was kept."""
    parser = argparse.ArgumentParser(prog="python -m tests.survival", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--chargers", type=int, default=6)
    parser.add_argument("--failures", type=Path, default=Path("var/faults"), help="for their logs")
    arguments = parser.parse_args()
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory(prefix="csms-survival-") as folder:
        survivor = Survivor(Path(folder))
        try:
            run = Run(survivor, arguments.seed, arguments.chargers)
            run.live(arguments.seconds)
            wrong = run.judge()
        finally:
            survivor.close()
    for one in wrong:
        about = "" if one.transaction_id is None else f" transaction {one.transaction_id}"
        _say(f"BROKEN {one.subject}:{about} {one.fault}")
    if wrong:
        _say(f"logs for make replay are in {run.save_logs(arguments.failures, wrong)}")
    return 1 if wrong else 0


class Run:
    """One system, its load, and what is wrong with it afterwards."""

    def __init__(self, survivor: Survivor, seed: int, chargers: int) -> None:
        self._survivor = survivor
        self._seed = seed
        registrar = Registrar(survivor.system)
        places = [registrar.register() for _ in range(chargers)]
        for place in places:
            wallet = f"/api/admin/users/{place.user_id}/wallet/top-up"
            registrar.ask("POST", wallet, {"amount_minor": FUNDS_MINOR})
        self._visitors = [Visitor(survivor, place, seed) for place in places]
        self._operator = Operator(survivor, places, seed)
        self._late: list[str] = []

    def live(self, seconds: float) -> None:
        """Load and faults for so long; then everything is whole and comes to its end."""
        for thread in (*self._visitors, self._operator):
            thread.start()
        faults = wreak(self._survivor, self._seed, seconds, _say)
        self._operator.leaves.set()
        for visitor in self._visitors:
            visitor.leaves.set()
        until = time.monotonic() + FINISH_S
        for thread in self._visitors:
            if not thread.has_finished.wait(max(0.0, until - time.monotonic())):
                self._late.append(thread.place.identity)
        self._operator.join(FINISH_S)
        sessions = sum(len(visitor.sessions) for visitor in self._visitors)
        frames = sum(len(visitor.log) for visitor in self._visitors)
        commands = sum(len(visitor.commands) for visitor in self._visitors)
        top_ups = sum(self._operator.top_ups.values())
        _say(
            f"seed {self._seed}: {seconds:.0f} s, {faults} faults, {sessions} sessions,"
            f" {frames} frames, {commands} commands, {top_ups} topped up,"
            f" {len(self._operator.exports)} exports, {len(self._operator.images)} images"
        )

    def judge(self) -> "list[Broken]":
        """Everything that does not hold."""
        os.environ.update(self._survivor.environment())  # noqa: TID251 - of the functions, for the checks
        # The product reads its settings when it is imported.
        from tests.survival import invariants  # noqa: PLC0415 - see above

        wrong = [invariants.Broken(name, "never came to an end") for name in self._late]
        if self._operator.is_alive():
            wrong.append(invariants.Broken("operator", "what must be confirmed never was"))
        wrong += invariants.whole(self._visitors)
        for visitor in self._visitors:
            visitor.hang_up()
        until = time.monotonic() + GONE_S
        while (rows := invariants.left_over(self._visitors)) and time.monotonic() < until:
            time.sleep(0.2)
        now = datetime.now(UTC)  # noqa: TID251 - the system's clock
        with contextlib.redirect_stdout(io.StringIO()):  # the schedules print their metrics
            invariants.sweep(now)
        wrong += invariants.files(self._operator, self._survivor.system.folder, now)
        return wrong + rows + invariants.broken(self._visitors, self._operator.top_ups, now)

    def save_logs(self, folder: Path, wrong: "Sequence[Broken]") -> Path:
        """Write what was said to the chargers concerned, to all if it is not said whose."""
        folder.mkdir(parents=True, exist_ok=True)
        numbers: dict[str, set[int]] = {one.subject: set() for one in wrong}
        for one in wrong:
            if one.transaction_id is not None:
                numbers[one.subject].add(one.transaction_id)
        named = [one for one in self._visitors if one.place.identity in numbers]
        for visitor in named or self._visitors:
            identity = visitor.place.identity
            lines = shrinking.concerning(visitor.log, numbers.get(identity, set()))
            shrinking.write(folder / f"seed-{self._seed}-{identity}.jsonl", lines)
        return folder


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
