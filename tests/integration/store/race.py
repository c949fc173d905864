"""Sixteen threads that do the same thing at once."""

import threading
from collections.abc import Callable

THREADS = 16


def race[T](runner: Callable[[int], T]) -> list[T]:
    """Run `runner(0)` … `runner(15)` at once; returns their results in that order."""
    barrier = threading.Barrier(THREADS)
    results: dict[int, T] = {}
    errors: list[BaseException] = []

    def run(number: int) -> None:
        barrier.wait()
        try:
            results[number] = runner(number)
        except BaseException as error:  # noqa: BLE001 - shown by the test
            errors.append(error)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    return [results[number] for number in range(THREADS)]
