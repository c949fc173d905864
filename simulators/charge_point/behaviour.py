"""How a charger treats a command, where a scenario wants it to deviate from the faithful way."""

from dataclasses import dataclass
from enum import StrEnum


class Manner(StrEnum):
    """The ways chargers in the field treat commands."""

    FAITHFUL = "faithful"
    REJECT = "reject"
    NOT_SUPPORTED = "not-supported"
    NOT_IMPLEMENTED = "not-implemented"
    NEVER_ANSWER = "never-answer"
    ANSWER_LATE = "answer-late"
    ANSWER_TWICE = "answer-twice"
    ANSWER_ERROR = "answer-error"
    CROSS = "cross"  # sends its own call first and answers only after that was answered


@dataclass(frozen=True, slots=True)
class Behaviour:
    """`late_s` belongs to ANSWER_LATE, `error_code` to ANSWER_ERROR, `tag` to CROSS."""

    manner: Manner = Manner.FAITHFUL
    late_s: int = 60
    error_code: str = "InternalError"
    tag: str = "CROSSING"


FAITHFUL = Behaviour()
