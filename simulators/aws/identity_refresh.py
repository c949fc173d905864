"""Refresh tokens of the identity provider: each is good once, and the next comes with its answer.

They are kept in memory: after a restart of the machine everybody signs in again.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass

REFRESH_LIFE_S = 30 * 86_400
MAX_TOKENS = 1000


@dataclass(frozen=True, slots=True)
class Renewal:
    """What a refresh token stands for. family: the sign-in that it goes back to."""

    subject: str
    family: str
    expires_at: float


class RefreshTokens:
    """Tokens that were given out. clock: seconds that never go back."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._good: dict[str, Renewal] = {}
        self._used: dict[str, str] = {}

    def issue(self, subject: str, family: str | None = None) -> str:
        """A new token for a person. family: the one that it renews; None at a sign-in."""
        _make_room(self._good)
        token = secrets.token_urlsafe(32)
        family = family or secrets.token_urlsafe(8)
        self._good[token] = Renewal(subject, family, self._clock() + REFRESH_LIFE_S)
        return token

    def redeem(self, token: str) -> Renewal | None:
        """Take a token back; None when it is not good.

        A token that comes twice was copied: whatever goes back to its sign-in is good no more
        (RFC 9700 §4.14.2).
        """
        renewal = self._good.pop(token, None)
        if renewal is None:
            self._revoke(self._used.get(token))
            return None
        _make_room(self._used)
        self._used[token] = renewal.family
        return renewal if self._clock() < renewal.expires_at else None

    def _revoke(self, family: str | None) -> None:
        self._good = {key: one for key, one in self._good.items() if one.family != family}


def _make_room(tokens: dict[str, Renewal] | dict[str, str]) -> None:
    """Forget the oldest when there are too many."""
    if len(tokens) >= MAX_TOKENS:
        del tokens[next(iter(tokens))]
