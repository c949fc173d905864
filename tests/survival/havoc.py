"""What a seed does to a system, one fault after the other."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from tests.survival.machine import Survivor
from tests.survival.proxy import Wire

BETWEEN_S = (0.1, 1.2)
PAUSE_S = (0.2, 4.0)
WIRE_S = (0.3, 5.0)
MESSAGE = "OcppMessageFunction"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: of what kind, to which part, for how long."""

    kind: str
    part: str
    seconds: float

    def __str__(self) -> str:
        """As it is printed."""
        return f"{self.kind} {self.part}" + (f" for {self.seconds:.1f} s" if self.seconds else "")


def faults(seed: int, parts: list[str]) -> Iterator[tuple[float, Fault]]:
    """Pauses in seconds, each followed by a fault, without end; the same for the same seed."""
    chance = Random(seed)
    # What answers chargers meets half of what happens; all of a system's end is rarer.
    others = [part for part in parts if part not in (MESSAGE, "gateway")]
    while True:
        part = chance.choice([MESSAGE, MESSAGE, "database", chance.choice(others)])
        kind = chance.choices(("kill", "pause", "wire", "power"), (4, 3, 4, 1))[0]
        wait = chance.uniform(*BETWEEN_S)
        match kind:
            case "kill":
                yield wait, Fault("kill", part, 0)
            case "pause":
                part = chance.choice([part, part, "gateway"])
                yield wait, Fault("pause", part, chance.uniform(*PAUSE_S))
            case "wire":
                wire = chance.choice([Wire.SLOW, Wire.DEAF, Wire.STILL, Wire.CUT])
                yield wait, Fault("wire", wire.value, chance.uniform(*WIRE_S))
            case _:
                yield wait, Fault("kill", "gateway", 0)


def wreak(survivor: Survivor, seed: int, seconds: float, say: Callable[[str], None]) -> int:
    """Do faults for a while; everything is whole again when this returns how many there were."""
    until = time.monotonic() + seconds
    quiet = threading.Event()
    for done, (wait, fault) in enumerate(faults(seed, survivor.parts)):
        quiet.wait(wait)
        if time.monotonic() >= until:
            return done
        say(str(fault))
        _do(survivor, fault)
    raise AssertionError("unreachable: the faults do not end")


def _do(survivor: Survivor, fault: Fault) -> None:
    match fault.kind:
        case "kill":
            survivor.kill(fault.part)
        case "pause":
            survivor.pause(fault.part, fault.seconds)
        case _:
            survivor.proxy.set(Wire(fault.part))
            threading.Event().wait(fault.seconds)
            survivor.proxy.set(Wire.WHOLE)
    survivor.note_pids()
