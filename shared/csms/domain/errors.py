"""Everything a use case can refuse or fail with.

Each edge maps this tree once: to an OCPP CALLERROR, to problem+json, to a job's log line.
"""

from csms.domain.reasons import CertificateReason, Reason


class CsmsError(Exception):
    """Base of all errors that the product raises on purpose.

    message: one sentence for a person, naming what is wrong and what to do.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Invalid(CsmsError):
    """The request itself is wrong; `field` names where, when there is one."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class NotFound(CsmsError):
    """The thing asked for does not exist, or is not the asker's to see."""

    def __init__(self, kind: str, key: str) -> None:
        super().__init__(f"{kind} {key!r} does not exist")
        self.kind = kind
        self.key = key


class Refused(CsmsError):
    """A rule forbids it; `reason` is a stable machine-readable word."""

    def __init__(self, message: str, reason: Reason | CertificateReason) -> None:
        super().__init__(message)
        self.reason = reason


class Conflict(CsmsError):
    """It does not fit how things stand; `reason` is a stable machine-readable word."""

    def __init__(self, message: str, reason: Reason) -> None:
        super().__init__(message)
        self.reason = reason


class ChangedMeanwhile(Conflict):
    """The thing changed since it was read. what: as in a sentence, with its article."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} was changed meanwhile: read it again", "changed-meanwhile")


class Exists(Conflict):
    """There is one already under what was to be the new one's name."""

    def __init__(self, kind: str, key: str) -> None:
        super().__init__(f"{kind} {key!r} exists already", "exists")


class Unavailable(CsmsError):
    """Something this depends on does not answer; trying again later is right."""
