"""What is wrong with a message: what the charger is told, and what is remembered of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

SAMPLE_LIMIT = 60
DESCRIPTION_LIMIT = 255
DEVIATION_LIMIT = 20


class ErrorCode(StrEnum):
    """Error codes of OCPP-J 1.6 §4.2.3, in its own spelling (J errata 5.1 and 5.2).

    The text of §4.2.3 gives NotImplemented to unknown actions, NotSupported to known ones.
    """

    NOT_IMPLEMENTED = "NotImplemented"
    NOT_SUPPORTED = "NotSupported"
    INTERNAL_ERROR = "InternalError"
    PROTOCOL_ERROR = "ProtocolError"
    SECURITY_ERROR = "SecurityError"
    FORMATION_VIOLATION = "FormationViolation"
    PROPERTY_CONSTRAINT_VIOLATION = "PropertyConstraintViolation"
    OCCURENCE_CONSTRAINT_VIOLATION = "OccurenceConstraintViolation"
    TYPE_CONSTRAINT_VIOLATION = "TypeConstraintViolation"
    GENERIC_ERROR = "GenericError"


class Beyond(Exception):
    """A value that cannot be what its schema asks for."""

    def __init__(self, code: ErrorCode, description: str) -> None:
        super().__init__(description)
        self.code = code
        self.description = description


@dataclass(frozen=True, slots=True)
class Deviation:
    """One way in which a message is not what the specification asks for, and could still be read.

    code: stable word, as `unknown-key`. path: where, as `meterValue[].sampledValue[].unit`; it
    holds only names of the specification, so that a charger has a bounded number of them.
    sample: what the charger sent there, at most 60 characters.
    """

    code: str
    path: str
    sample: str


def deviation(code: str, path: str, sent: object) -> Deviation:
    """Describe a deviation; `sent` may be anything that JSON can be."""
    return Deviation(code, path, sample_of(sent))


def sample_of(sent: object) -> str:
    """A short text of a value, never deeper than its surface."""
    if isinstance(sent, str):
        text = sent
    elif isinstance(sent, dict):
        text = f"object with {len(sent)} members"
    elif isinstance(sent, list):
        text = f"array of {len(sent)}"
    elif isinstance(sent, bool) or sent is None:
        text = {True: "true", False: "false", None: "null"}[sent]
    elif isinstance(sent, int) and abs(sent) >= 10**SAMPLE_LIMIT:
        text = "a very long number"
    else:
        text = str(sent)
    return text if len(text) <= SAMPLE_LIMIT else text[: SAMPLE_LIMIT - 1] + "…"


def distinct(deviations: Sequence[Deviation]) -> tuple[Deviation, ...]:
    """The first of each kind and place, at most twenty: a message is not a way to fill a store."""
    if not deviations:
        return ()
    kept: dict[tuple[str, str], Deviation] = {}
    for found in deviations:
        if len(kept) == DEVIATION_LIMIT:
            break
        kept.setdefault((found.code, found.path), found)
    return tuple(kept.values())


@dataclass(frozen=True, slots=True)
class Violation:
    """Why a CALL cannot be answered normally: the code and description of its CALLERROR.

    The description names fields of the specification and never repeats what was sent.
    """

    code: ErrorCode
    description: str
    deviations: tuple[Deviation, ...] = ()
