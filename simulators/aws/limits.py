"""The limits of API Gateway; tests shorten the times."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, fields, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Limits:
    """Times in seconds, sizes in bytes.

    message_bytes: more closes the connection with 1009. idle_s, life_s: after them it is
    closed with 1001. connection_frames: frames of one connection that run at the same time;
    further ones wait in the socket. request_s: a line whose request has not begun, or whose head
    has not ended by then, is closed; body_s: the same for the body of a request to the API.
    send_s: a client that takes no bytes for so long is given up. late_disconnect_share: how many
    of a hundred `$disconnect` events come late, by up to late_disconnect_s.
    """

    message_bytes: int = 131_072
    idle_s: float = 600.0
    life_s: float = 7_200.0
    connection_frames: int = 10
    send_s: float = 10.0
    request_s: float = 10.0
    body_s: float = 30.0
    http_integration_s: float = 30.0
    http_body_bytes: int = 10 * 1024 * 1024
    late_disconnect_share: int = 10
    late_disconnect_s: float = 3.0
    seed: int | None = None
    random: random.Random = field(default_factory=random.Random, compare=False)

    def disconnect_delay_s(self) -> float:
        """How long the next `$disconnect` is held back; mostly not at all."""
        if self.random.uniform(0, 100) >= self.late_disconnect_share:
            return 0.0
        return self.random.uniform(0, self.late_disconnect_s)


def parse_limits(settings: list[str]) -> Limits:
    """Limits from `name=value` settings, the rest as API Gateway has them.

    Raises ValueError for an unknown name or a value that is not a number.
    """
    names = {entry.name for entry in fields(Limits) if entry.name != "random"}
    limits = Limits()
    changes: dict[str, Any] = {}
    for setting in settings:
        name, _, text = setting.partition("=")
        if name not in names:
            raise ValueError(f"there is no limit {name!r}; there are {', '.join(sorted(names))}")
        is_whole = isinstance(getattr(limits, name), int) or name == "seed"
        changes[name] = int(text) if is_whole else float(text)
    return replace(limits, **changes, random=random.Random(changes.get("seed")))
