"""`python -m benchmarks [--long] [--markdown] [--json PATH] [--seed N] [SUITE …]`.

Runs the suites one after the other, prints a table for each as it ends, and writes the raw figures
as JSON. Fails when a promise is not kept.
"""

import argparse
import importlib
import json
import sys
import tempfile
import time
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from benchmarks.report import Options, Table, describe_machine, render_markdown, render_text
from simulators.aws.server import allow_open_files

# A suite is a module here with `measure(options)`, which returns its tables.
SUITES = ("codec", "handler", "cold_start", "load", "reconnect", "growth", "soak")
ROUNDS = 7
SEED = 16


def main(arguments: Sequence[str]) -> int:
    """Measure, print, write; 1 when a promise is not kept."""
    chosen = _arguments(arguments)
    allow_open_files()
    machine = describe_machine()
    versions = ", ".join(f"{name} {number}" for name, number in machine["versions"].items())  # type: ignore[attr-defined] # a mapping
    _say(f"{machine['cpu']}, {machine['cores']} cores, load {machine['load']}")
    _say(f"Python {machine['python']}, {versions}; seed {chosen.seed}")
    tables: list[Table] = []
    with tempfile.TemporaryDirectory(prefix="csms-bench-") as folder:
        options = Options(
            is_long=chosen.long,
            seed=chosen.seed,
            rounds=chosen.rounds,
            batch_s=chosen.batch_s,
            folder=Path(folder),
            say=_say,
        )
        for suite in chosen.suites:
            began = time.monotonic()
            found = measure_suite(suite, options)
            tables += found
            for table in found:
                _say("\n" + "\n".join(render_text(table)))
            _say(f"({suite}: {time.monotonic() - began:.0f} s)")
    _write(chosen, machine, tables)
    return 1 if any(table.missed for table in tables) else 0


def _arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("suites", nargs="*", metavar="SUITE", help=", ".join(SUITES))
    parser.add_argument("--long", action="store_true", help="sizes and times of a published figure")
    parser.add_argument("--json", type=Path, default=Path("var/bench/latest.json"))
    parser.add_argument("--markdown", action="store_true", help="also write the tables beside it")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="of duels, five at least")
    parser.add_argument("--seed", type=int, default=SEED, help="of all that is left to chance")
    parser.add_argument("--batch-s", type=float, default=0.05, help="CPU time of a duel's batch")
    chosen = parser.parse_args(arguments)
    unknown = set(chosen.suites) - set(SUITES)
    if unknown:
        parser.error(f"no such suite: {', '.join(sorted(unknown))}")
    chosen.suites = chosen.suites or list(SUITES)
    return chosen


def measure_suite(suite: str, options: Options) -> list[Table]:
    """The tables of a suite. One that fails is a promise not kept; the next ones still run."""
    try:
        measure = importlib.import_module(f"benchmarks.{suite}").measure
        return cast(list[Table], measure(options))
    except Exception as error:  # noqa: BLE001 - the edge of a suite
        traceback.print_exc()
        failure = f"{type(error).__name__}: {error}"
        return [Table(suite, "could not be measured", ("",), (), missed=[failure])]


def _write(chosen: argparse.Namespace, machine: dict[str, object], tables: Sequence[Table]) -> None:
    path: Path = chosen.json
    path.parent.mkdir(parents=True, exist_ok=True)
    report = {
        "machine": machine,
        "seed": chosen.seed,
        "long": chosen.long,
        "tables": [
            {
                "suite": table.suite,
                "title": table.title,
                "heading": table.heading,
                "rows": table.rows,
                "notes": table.notes,
                "missed": table.missed,
                "raw": table.raw,
            }
            for table in tables
        ],
    }
    path.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    _say(f"\nraw figures: {path}")
    if chosen.markdown:
        document = path.with_suffix(".md")
        lines = [line for table in tables for line in render_markdown(table)]
        document.write_text("\n".join(lines), encoding="utf-8")
        _say(f"Markdown: {document}")


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
