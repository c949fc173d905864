"""`python -m benchmarks [--json PATH] [--rounds N] [--seed N] [SUITE …]`.

Prints one table for all suites and writes the raw figures as JSON. Fails when a duty is missed.
"""

import argparse
import importlib
import json
import os
import platform
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from benchmarks.duel import LEAST_ROUNDS, Duel, Outcome, run

# A suite is a module here with `duels()`, a context that makes what is measured and cleans up.
SUITES = ("codec", "handler")
PACKAGES = ("botocore", "fastjsonschema", "ocpp", "pynamodb")
ROUNDS = 7
SEED = 16


def main(arguments: Sequence[str]) -> int:
    """Measure, print, write; 1 when a duty is missed."""
    options = _options(arguments)
    with ExitStack() as stack:
        duels = [duel for suite in options.suites for duel in stack.enter_context(_open(suite))]
        outcomes = run(duels, rounds=options.rounds, seed=options.seed, batch_s=options.batch_s)
    machine = describe_machine()
    print(f"{machine['cpu']}, {machine['cores']} cores, load {machine['load']}")
    print(f"Python {machine['python']}, " + ", ".join(f"{k} {v}" for k, v in _versions().items()))
    print(f"CPU time, the least of {max(options.rounds, LEAST_ROUNDS)} interleaved rounds\n")
    for line in render_table(outcomes):
        print(line)
    _write(options.json, machine, options, outcomes)
    print(f"\nraw figures: {options.json}")
    return 0 if all(outcome.is_within for outcome in outcomes) else 1


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("suites", nargs="*", metavar="SUITE", help=", ".join(SUITES))
    parser.add_argument("--json", type=Path, default=Path("var/bench/latest.json"))
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="five at least")
    parser.add_argument("--seed", type=int, default=SEED, help="of the order of measuring")
    parser.add_argument("--batch-s", type=float, default=0.05, help="CPU time of one batch")
    options = parser.parse_args(arguments)
    unknown = set(options.suites) - set(SUITES)
    if unknown:
        parser.error(f"no such suite: {', '.join(sorted(unknown))}")
    options.suites = options.suites or list(SUITES)
    return options


def _open(suite: str) -> AbstractContextManager[list[Duel]]:
    duels: Callable[[], AbstractContextManager[list[Duel]]] = importlib.import_module(
        f"benchmarks.{suite}"
    ).duels
    return duels()


def describe_machine() -> dict[str, object]:
    """What the figures were measured on."""
    return {
        "cpu": _cpu_name(),
        "cores": os.cpu_count(),
        "load": " ".join(f"{load:.2f}" for load in os.getloadavg()),
        "platform": platform.platform(),
        "python": platform.python_version(),
        "versions": _versions(),
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _cpu_name() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _versions() -> dict[str, str]:
    return {package: version(package) for package in PACKAGES}


def render_table(outcomes: Sequence[Outcome]) -> list[str]:
    """The outcomes as lines of text."""
    rows = [("", "ours µs", "theirs µs", "share", "at most", "", "against")]
    rows += [
        (
            f"{outcome.duel.suite}: {outcome.duel.name}",
            f"{min(outcome.ours_us):.1f}",
            f"{min(outcome.theirs_us):.1f}",
            f"{outcome.share:.3f}",
            f"{outcome.duel.at_most:.2f}",
            "ok" if outcome.is_within else "MISSED",
            outcome.duel.against,
        )
        for outcome in outcomes
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(
            cell.ljust(width) if column in (0, 5, 6) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def _write(
    path: Path,
    machine: dict[str, object],
    options: argparse.Namespace,
    outcomes: Sequence[Outcome],
) -> None:
    figures = [
        {
            "suite": outcome.duel.suite,
            "name": outcome.duel.name,
            "against": outcome.duel.against,
            "share": outcome.share,
            "at_most": outcome.duel.at_most,
            "aim": outcome.duel.aim,
            "is_within": outcome.is_within,
            "ours_us": outcome.ours_us,
            "theirs_us": outcome.theirs_us,
        }
        for outcome in outcomes
    ]
    report = {"machine": machine, "seed": options.seed, "rounds": options.rounds, "duels": figures}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
