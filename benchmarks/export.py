"""A new engine that holds given rows: some 20,000 a second, where writes make 500 to 1,500."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from benchmarks.engine import Item
from simulators.aws.dynamodb import find_binary

TETHER: Final = Path(__file__).parents[1] / "simulators/aws/tether.py"
SCHEMA: Final = "schema.json"


class Export:
    """Rows in files, in the form of DynamoDB's export to S3. tables: their descriptions."""

    def __init__(self, folder: Path, tables: Sequence[Mapping[str, Any]]) -> None:
        self._folder = folder
        self._files = 0
        folder.mkdir()
        (folder / SCHEMA).write_text(json.dumps(tables), encoding="utf-8")
        for table in tables:  # one without a file would not be made
            self._write(table["Table"]["TableName"], [])

    def add(self, rows: Iterable[tuple[str, Item]]) -> None:
        """Take rows, each with the name of its table."""
        lines: dict[str, list[str]] = defaultdict(list)
        for table, item in rows:
            lines[table].append(json.dumps({"Item": item}) + "\n")
        for table, texts in lines.items():
            self._write(table, texts)

    def _write(self, table: str, lines: Sequence[str]) -> None:
        data = self._folder / table / "data"
        data.mkdir(parents=True, exist_ok=True)
        with gzip.open(data / f"{self._files:08}.json.gz", "wt", compresslevel=1) as file:
            file.writelines(lines)
        self._files += 1

    @contextmanager
    def serve(self, port: int) -> Iterator[None]:
        """Run an engine with all rows in its memory, on a port that nobody uses."""
        tether = [sys.executable, "-I", "-S", str(TETHER), str(os.getpid())]
        command = [str(find_binary(dict(os.environ))), "import", "--source", str(self._folder)]
        command += ["--schema", str(self._folder / SCHEMA), "--serve", "--port", str(port)]
        process = subprocess.Popen(
            [*tether, *command],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert process.stdout is not None
        with process.stdout:
            told = []
            for line in process.stdout:
                told.append(line)
                if "listening" in line:
                    break
            else:
                raise AssertionError("the engine took no import:\n" + "".join(told))
            try:
                yield
            finally:
                process.terminate()
                process.wait(10)
