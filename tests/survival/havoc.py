"""What a seed does to a system, one fault after the other."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from tests.survival.machine import DATABASE, GATEWAY, Survivor
from tests.survival.part import IDENTITY, STORE
from tests.survival.proxy import Wire

BETWEEN_S = (0.1, 1.2)
PAUSE_S = (0.2, 4.0)
WIRE_S = (0.3, 5.0)
MESSAGE = "OcppMessageFunction"
WIRED = (DATABASE, DATABASE, GATEWAY, IDENTITY, STORE)
"""What is reached over a wire, the gateway by chargers; the one to the database is hurt most."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: of what kind, to which part, for how long. wire: what becomes of its wire."""

    kind: str
    part: str
    seconds: float
    wire: Wire = Wire.WHOLE

    def __str__(self) -> str:
        """As it is printed."""
        what = f"{self.wire} wire to" if self.kind == "wire" else self.kind
        return f"{what} {self.part}" + (f" for {self.seconds:.1f} s" if self.seconds else "")


def faults(seed: int, parts: list[str]) -> Iterator[tuple[float, Fault]]:
    """Pauses in seconds, each followed by a fault, without end; the same for the same seed."""
    chance = Random(seed)
    # What answers chargers meets half of what happens; all of a system's end is rarer.
    others = [part for part in parts if part not in (MESSAGE, GATEWAY)]
    beside = (IDENTITY, STORE)
    while True:
        part = chance.choice([MESSAGE, MESSAGE, DATABASE, chance.choice(others)])
        part = chance.choice([part, part, part, chance.choice(beside)])
        kind = chance.choices(("kill", "pause", "wire", "power"), (4, 3, 4, 1))[0]
        wait = chance.uniform(*BETWEEN_S)
        match kind:
            case "kill":
                yield wait, Fault("kill", part, 0)
            case "pause":
                part = chance.choice([part, part, GATEWAY])
                yield wait, Fault("pause", part, chance.uniform(*PAUSE_S))
            case "wire":
                wire = chance.choice([Wire.SLOW, Wire.DEAF, Wire.STILL, Wire.CUT])
                seconds = chance.uniform(*WIRE_S)
                yield wait, Fault("wire", chance.choice(WIRED), seconds, wire)
            case _:
                yield wait, Fault("kill", GATEWAY, 0)


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
            survivor.wires[fault.part].set(fault.wire)
            threading.Event().wait(fault.seconds)
            survivor.wires[fault.part].set(Wire.WHOLE)
    survivor.note_pids()
