"""What can go wrong between a charger and its central system."""


class ExchangeFailed(Exception):
    """A call got no result; `what` names it."""

    def __init__(self, what: str) -> None:
        """what: the action."""
        super().__init__(what)
        self.what = what


class LinkLost(ExchangeFailed):
    """There is no connection, or it went away before the answer came."""


class NoAnswer(ExchangeFailed):
    """The connection stands, but the answer did not come in time."""


class AnswerIsError(ExchangeFailed):
    """The central system answered with a CALLERROR."""

    def __init__(self, what: str, code: str, description: str) -> None:
        """code: as OCPP-J table 7 writes it."""
        super().__init__(f"{what}: {code} {description}".rstrip())
        self.code = code


class DialRefused(Exception):
    """The handshake was refused; `status` is the HTTP status, None if there was no HTTP at all."""

    def __init__(self, status: int | None, reason: str) -> None:
        """reason: as the other side or the network put it."""
        super().__init__(f"HTTP {status}: {reason}" if status else reason)
        self.status = status
