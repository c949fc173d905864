"""A process that dies between two calls to AWS: the only moments at which anything is lost."""

from collections.abc import Iterator
from contextlib import contextmanager

from csms import gateway
from csms.store.base import CONNECTION


class Killed(BaseException):
    """Passes every `except Exception`, as the end of a process does."""


class Killer:
    """Lets `survives` calls through. fired: whether there was a call after them."""

    def __init__(self, survives: int) -> None:
        self._left = survives
        self.fired = False

    def __call__(self, **_: object) -> None:
        """Count a call, before it is made."""
        if self._left == 0:
            self.fired = True
            raise Killed
        self._left -= 1


@contextmanager
def killed_after(calls: int) -> Iterator[Killer]:
    """Die before the next call once so many were made; the block ends as if it were the process."""
    killer = Killer(calls)
    emitters = [CONNECTION.client.meta.events, gateway._client().meta.events]
    for emitter in emitters:
        emitter.register_first("before-call.*.*", killer, unique_id="killer")
    try:
        yield killer
    except Killed:
        pass
    finally:
        for emitter in emitters:
            emitter.unregister("before-call.*.*", unique_id="killer")
