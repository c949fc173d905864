"""`python -m simulators.aws.books`: checks the books of a data folder, whether or not it runs.

Names what does not add up; the exit status is 0 only when everything does.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from simulators.aws.dynamodb import Engine, EngineMissing, find_binary
from simulators.aws.locks import FileLock, Locked
from simulators.aws.machine import ROOT, Machine, function_environment, read_template

FUNCTION = "BooksCheckFunction"
MODULE = "csms.entrypoints.jobs.books_check"
EXIT_REFUSED = 2


def main() -> int:
    """Check; 0 when the books balance, 1 when not, 2 when they cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m simulators.aws.books", description=__doc__)
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--data", default="var", help="the folder of the system")
    arguments = parser.parse_args()
    folder = Path(arguments.data).resolve()
    if not (folder / "dynamodb.sqlite").exists():
        print(f"{folder} holds no data", file=sys.stderr)
        return EXIT_REFUSED
    engine_url = os.environ.get("AWS_ENDPOINT_URL_DYNAMODB", "")
    machine = Machine("127.0.0.1", arguments.port, folder, ROOT / "template.yaml", {}, engine_url)
    try:
        with _engine(machine) as url:
            return _check(machine, url)
    except EngineMissing as missing:
        print(missing, file=sys.stderr)
        return EXIT_REFUSED


def _check(machine: Machine, engine_url: str) -> int:
    template = read_template(machine)
    function = template.functions[FUNCTION]
    environment = function_environment(machine, template, function, engine_url)
    return subprocess.run([sys.executable, "-m", MODULE], env=environment, check=False).returncode


@contextmanager
def _engine(machine: Machine) -> Iterator[str]:
    """The engine that runs on the folder, else one of our own for as long as it takes."""
    if machine.engine_url:
        yield machine.engine_url
        return
    try:
        FileLock(machine.folder / "dynamodb.lock").release()
    except Locked as running:
        yield f"http://127.0.0.1:{running.note['port']}"
        return
    engine = Engine(find_binary(dict(os.environ)), machine.folder)
    engine.start()
    try:
        yield engine.endpoint
    finally:
        engine.stop()


if __name__ == "__main__":
    sys.exit(main())
