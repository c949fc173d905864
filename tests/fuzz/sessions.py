"""Sessions of real chargers, with frames changed, repeated, exchanged and left out."""

import json
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from simulators.replay.traffic import Step, read_traffic
from tests.engine import ROOT

TRANSCRIPTS = ROOT / "tests/data/transcripts"
WILD: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    2**63,
    1e308,
    "",
    "x" * 600,
    "\u0000",
    [],
    {},
    [[[]]],
    {"a": {"b": 1}},
)


def sessions(seed: int) -> Iterator[list[str]]:
    """Frames of one charger after the other, without end; the same for the same seed."""
    chance = Random(seed)
    known = [_frames_of(text) for text in _transcripts()]
    while True:
        yield [
            text
            for frame in _shuffled(chance, chance.choice(known))
            for text in _changed(chance, frame)
        ]


def _transcripts() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(TRANSCRIPTS.glob("*.jsonl"))]


def _frames_of(text: str) -> list[str]:
    """What the charger of a transcript says."""
    events = read_traffic(text).events
    return [event.text for event in events if event.step is Step.FROM_CHARGER]


def _shuffled(chance: Random, frames: Sequence[str]) -> list[str]:
    told = [frame for frame in frames if chance.random() > 0.1]
    for _ in range(chance.randrange(4)):
        if len(told) > 1:
            place = chance.randrange(len(told) - 1)
            told[place], told[place + 1] = told[place + 1], told[place]
    return told


def _changed(chance: Random, frame: str) -> Iterator[str]:
    kind = chance.random()
    if kind < 0.5:
        yield frame
    elif kind < 0.8:
        yield _other_values(chance, frame)
    else:
        yield _other_letters(chance, frame)
    if chance.random() < 0.1:
        yield frame


def _other_values(chance: Random, frame: str) -> str:
    """The same JSON with one value replaced, or one member more or less."""
    try:
        said = json.loads(frame)
    except ValueError:
        return frame
    places = list(_places(said))
    holder, key = chance.choice(places) if places else (said, None)
    if key is None:
        return frame
    match chance.randrange(3):
        case 0:
            del holder[key]
        case 1:
            holder[key] = chance.choice(WILD)
        case _ if isinstance(holder, dict):
            holder[f"{key}{chance.choice(('', 'X', '_'))}x"] = chance.choice(WILD)
        case _:
            holder.append(chance.choice(WILD))
    return json.dumps(said)


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every holder of a value with the value's key or index."""
    keys = (
        value.keys()
        if isinstance(value, dict)
        else range(len(value))
        if isinstance(value, list)
        else ()
    )
    for key in list(keys):
        yield value, key
        yield from _places(value[key])


def _other_letters(chance: Random, frame: str) -> str:
    text = list(frame)
    for _ in range(chance.randrange(1, 5)):
        if text:
            text[chance.randrange(len(text))] = chance.choice(
                '[]{}",:0123456789.eE+-tfn\\ \u00e9\u4e16'
            )
    return "".join(text)
