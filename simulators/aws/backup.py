"""`python -m simulators.aws.backup --to FOLDER`: copies a data folder, whether or not it runs.

The copy is one moment of the database, with the files and the secrets that belong to it, and runs
as it is: `make run DATA=FOLDER`. Connections of that moment are gone; the sweep notices.
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

DATABASE = "dynamodb.sqlite"
# What belongs to a process that runs, and not to the data.
LEFT_OUT = ("*.lock", "*.log", "logs", f"{DATABASE}*")
EXIT_REFUSED = 2


class Refused(Exception):
    """Nothing can be copied from there, or to there; says why."""


def main() -> int:
    """Copy; 0 when it is done, 2 when it is refused."""
    parser = argparse.ArgumentParser(prog="python -m simulators.aws.backup", description=__doc__)
    parser.add_argument("--data", default="var", help="the folder of the system")
    parser.add_argument("--to", required=True, help="a folder that does not exist yet")
    arguments = parser.parse_args()
    target = Path(arguments.to).resolve()
    try:
        back_up(Path(arguments.data).resolve(), target)
    except (Refused, OSError, sqlite3.Error) as problem:
        print(problem, file=sys.stderr)
        return EXIT_REFUSED
    print(f"copied to {target}; make run DATA={target} runs it")
    return 0


def back_up(folder: Path, target: Path) -> None:
    """Copy the database first: whatever file its rows name is there by then.

    Raises Refused; sqlite3.Error where the database cannot be read.
    """
    if not (folder / DATABASE).is_file():
        raise Refused(f"{folder} holds no data")
    if target.exists():
        raise Refused(f"{target} is there already: name a folder that is not")
    # Beside the target until it is whole: a copy that broke off must not look like one.
    partial = target.with_name(f".{target.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True, mode=0o700)
    _copy_database(folder / DATABASE, partial / DATABASE)
    shutil.copytree(folder, partial, ignore=shutil.ignore_patterns(*LEFT_OUT), dirs_exist_ok=True)
    partial.chmod(0o700)  # it holds secrets, whoever may read the folder that was copied
    partial.rename(target)


def _copy_database(source: Path, target: Path) -> None:
    """Copy what is committed, while others write; raises sqlite3.Error where it is damaged."""
    address = f"{source.as_uri()}?mode=ro"
    with (
        closing(sqlite3.connect(address, uri=True)) as live,
        closing(sqlite3.connect(target)) as copy,
    ):
        live.backup(copy)
        ((found,),) = copy.execute("PRAGMA quick_check(1)")
        if found != "ok":
            raise sqlite3.DatabaseError(f"the copy of {source} is damaged: {found}")


if __name__ == "__main__":
    sys.exit(main())
