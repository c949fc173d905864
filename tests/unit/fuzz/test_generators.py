"""The generators of hostility: the same for the same seed, and really hostile."""

import json
from itertools import islice

from tests.fuzz.handshakes import handshakes
from tests.fuzz.sessions import sessions


def test_handshakes_follow_their_seed_and_differ() -> None:
    first, again, other = (list(islice(handshakes(seed, "CP-1"), 300)) for seed in (1, 1, 2))
    assert first == again
    assert first != other
    assert len(set(first)) > 250
    assert all(request.endswith(b"\r\n\r\n") for request in first)


def test_sessions_follow_their_seed_and_some_frames_are_broken() -> None:
    first, again = (list(islice(sessions(seed), 20)) for seed in (4, 4))
    assert first == again
    frames = [frame for session in first for frame in session]
    broken = [frame for frame in frames if not _is_json(frame)]
    assert 0 < len(broken) < len(frames) / 2


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
