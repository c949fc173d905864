"""One random charging session: what a charger writes, and when and how often it is delivered."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, Final

MINUTE: Final = timedelta(minutes=1)
UNSET: Final = datetime(1970, 1, 1, tzinfo=UTC)
SKEWS: Final = (timedelta(0), timedelta(0), timedelta(minutes=-95), timedelta(minutes=4))
"""How far a charger's clock is off; more than five minutes ahead counts as unset."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A CALL. at: when it is delivered. written: when it happened. deadly: calls it may survive."""

    at: datetime
    written: datetime
    action: str
    facts: dict[str, Any]
    deadly: int | None


@dataclass(frozen=True, slots=True)
class Plan:
    """A session: where, whose, when, how much. tag: None asks by the app."""

    charger: int
    connector: int
    driver: int
    by_app: bool
    begins: datetime
    register_wh: int
    delivered_wh: int
    minutes: int


def plan(chance: Random, slot: int, begins: datetime, register_wh: int, drivers: int) -> Plan:
    """A session at a connector (`slot`), most of them ordinary."""
    minutes = chance.randint(5, 150)
    most = 22_000 * minutes // 60
    delivered = (
        chance.choice((0, most // 3, most // 2, most)) if chance.random() < 0.9 else most * 4
    )
    return Plan(
        charger=slot // 2,
        connector=slot % 2 + 1,
        driver=chance.randrange(drivers),
        by_app=chance.random() < 0.4,
        begins=begins,
        register_wh=register_wh,
        delivered_wh=delivered,
        minutes=minutes,
    )


def frames(chance: Random, of: Plan) -> Iterator[Frame]:
    """What is delivered: with drops, repeats, delays, reboots and deaths of the receiver."""
    skew = chance.choice(SKEWS)
    is_unset = chance.random() < 0.03
    offline = timedelta(0) if chance.random() < 0.7 else chance.randint(1, 600) * MINUTE
    for minute, action, facts in _life(chance, of):
        if action in ("StatusNotification", "MeterValues") and chance.random() < 0.05:
            continue
        if action == "StopTransaction" and chance.random() < 0.06:
            continue
        happened = of.begins + minute * MINUTE
        written = UNSET + minute * MINUTE if is_unset else happened + skew
        late = offline if action in ("StartTransaction", "StopTransaction", "MeterValues") else None
        at = happened + (late or timedelta(0))
        if action == "MeterValues" and chance.random() < 0.08:
            at += chance.randint(1, 400) * MINUTE
        for _ in range(1 + (chance.random() < 0.12) + (chance.random() < 0.04)):
            deadly = chance.randrange(14) if chance.random() < 0.12 else None
            yield Frame(at, written, action, facts, deadly)
            at += chance.randint(0, 90) * MINUTE * (chance.random() < 0.3)


def _life(chance: Random, of: Plan) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """Minute, action and facts of what happens at the charger, in order."""
    yield 0, "StartTransaction", {"register": of.register_wh}
    yield 0, "StatusNotification", {"status": "Charging"}
    full = of.minutes if chance.random() < 0.7 else chance.randint(1, of.minutes)
    for minute in range(15, of.minutes, 30):
        done = of.delivered_wh * min(minute, full) // full
        yield minute, "MeterValues", {"register": of.register_wh + done}
        if minute < full <= minute + 30:
            yield full, "StatusNotification", {"status": "SuspendedEV"}
    if chance.random() < 0.05:
        yield of.minutes // 2, "BootNotification", {}
    yield of.minutes, "StopTransaction", {"register": of.register_wh + of.delivered_wh}
    yield of.minutes, "StatusNotification", {"status": "Available"}
