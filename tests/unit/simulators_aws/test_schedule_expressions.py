"""EventBridge's schedule expressions."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from simulators.aws.schedule_expressions import BadExpression, parse_schedule

SATURDAY = datetime(2026, 2, 28, 23, 59, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("expression", "following"),
    [
        ("rate(1 minute)", datetime(2026, 3, 1, 0, 0, 30, tzinfo=UTC)),
        ("rate(5 minutes)", datetime(2026, 3, 1, 0, 4, 30, tzinfo=UTC)),
        ("rate(2 hours)", datetime(2026, 3, 1, 1, 59, 30, tzinfo=UTC)),
        ("cron(0/15 * * * ? *)", datetime(2026, 3, 1, 0, 0, tzinfo=UTC)),
        ("cron(30 3 * * ? *)", datetime(2026, 3, 1, 3, 30, tzinfo=UTC)),
        ("cron(0 8 1,15 * ? *)", datetime(2026, 3, 1, 8, 0, tzinfo=UTC)),
        ("cron(0 8 ? * MON-FRI *)", datetime(2026, 3, 2, 8, 0, tzinfo=UTC)),
        ("cron(0 8 ? * 1 *)", datetime(2026, 3, 1, 8, 0, tzinfo=UTC)),
        ("cron(0 0 29 FEB ? *)", datetime(2028, 2, 29, 0, 0, tzinfo=UTC)),
    ],
)
def test_the_next_run(expression: str, following: datetime) -> None:
    assert parse_schedule(expression).next_after(SATURDAY) == following


@pytest.mark.parametrize(
    "expression",
    [
        "rate(0 minutes)",
        "rate(1 minutes)",
        "rate(5 minute)",
        "rate(5 seconds)",
        "cron(* * * * *)",
        "cron(0 8 * * * *)",
        "cron(0 8 ? * ? *)",
        "cron(60 8 * * ? *)",
        "cron(0 8 L * ? *)",
        "every five minutes",
    ],
)
def test_what_is_no_schedule_is_refused(expression: str) -> None:
    with pytest.raises(BadExpression):
        parse_schedule(expression)


def test_a_schedule_of_the_past_is_refused_when_asked() -> None:
    with pytest.raises(BadExpression, match="never"):
        parse_schedule("cron(0 8 * * ? 2020)").next_after(SATURDAY)
