"""Ties the life of a child process to its parent's.

`python tether.py PROGRAM ARGUMENT…` becomes the program, and Linux kills it when the
thread that started it ends, even by kill -9. Elsewhere the child's lock file lets the next
start find it.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def die_with_parent(parent_pid: int) -> None:
    """Ask Linux to kill this process as soon as its parent is gone; elsewhere do nothing."""
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent_pid:  # the parent ended before the call
        os._exit(1)


def main() -> None:
    """Tie this process to its parent, then become the given program."""
    parent_pid, program, *arguments = sys.argv[1:]
    die_with_parent(int(parent_pid))
    os.execv(program, [program, *arguments])  # noqa: S606 - the launcher chose the program


if __name__ == "__main__":
    main()
