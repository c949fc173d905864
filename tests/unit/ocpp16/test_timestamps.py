"""Times as chargers write them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csms.ocpp16.timestamps import clamp, read_time, render_time

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TEN = datetime(2026, 3, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("raw", "instant"),
    [
        ("2026-03-01T10:00:00Z", TEN),
        ("2026-03-01T10:00:00.000Z", TEN),
        ("2026-03-01T10:00:00.25Z", TEN + timedelta(milliseconds=250)),
        ("2026-03-01T10:00:00.123456789Z", TEN + timedelta(microseconds=123456)),
        ("2026-03-01T12:00:00+02:00", TEN),
        ("2026-03-01T04:30:00-05:30", TEN),
        ("2026-03-01T10:00:60Z", TEN + timedelta(minutes=1)),
        ("1970-01-01T00:00:00Z", datetime(1970, 1, 1, tzinfo=UTC)),
        ("2099-12-31T23:59:59Z", datetime(2099, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_times_of_the_specification(raw: str, instant: datetime) -> None:
    time = read_time(raw, NOW)

    assert (time.raw, time.instant, time.deviations) == (raw, instant, ())


@pytest.mark.parametrize(
    ("raw", "instant", "code"),
    [
        ("2026-03-01T10:00:00", TEN, "time-without-zone"),
        ("2026-03-01T10:00:00.5", TEN + timedelta(milliseconds=500), "time-without-zone"),
        ("2026-03-01 10:00:00", TEN, "time-without-zone"),
        ("20260301T100000", TEN, "time-without-zone"),
        ("2026-03-01", TEN.replace(hour=0), "time-without-zone"),
        ("2026-03-01T12:00:00+02", TEN, "time-format"),
        ("2026-03-01T12:00:00+0200", TEN, "time-format"),
        ("2026-03-01T12:00:00 +02:00", TEN, "time-format"),
        ("2026-03-01 10:00:00Z", TEN, "time-format"),
        ("2026-03-01t10:00:00z", TEN, "time-format"),
        ("2026-03-01T10:00Z", TEN, "time-format"),
        ("2026-03-01T10:00:00,5Z", TEN + timedelta(milliseconds=500), "time-format"),
        ("2026-03-01T10:00:00 UTC", TEN, "time-format"),
        ("  2026-03-01T10:00:00Z ", TEN, None),
        ("2026-02-28T24:00:00Z", TEN.replace(hour=0), None),
        ("1772359200", TEN, "time-format"),
        ("1772359200000", TEN, "time-format"),
    ],
)
def test_times_of_the_field(raw: str, instant: datetime, code: str | None) -> None:
    time = read_time(raw, NOW)

    assert time.instant == instant
    assert time.raw == raw.strip()
    assert [found.code for found in time.deviations] == ([code] if code else [])


@pytest.mark.parametrize("raw", ["", "   ", None, 5, {}])
def test_no_time_is_the_arrival(raw: object) -> None:
    time = read_time(raw, NOW)

    assert (time.raw, time.instant) == (None, NOW)
    assert [found.code for found in time.deviations] == ["time-missing"]


@pytest.mark.parametrize(
    "raw",
    [
        "yesterday",
        "2026-02-30T10:00:00Z",
        "2026-13-01T10:00:00Z",
        "2026-03-01T25:00:00Z",
        "2026-03-01T10:61:00Z",
        "2026-03-01T10:00:61Z",
        "0000-00-00T00:00:00Z",
        "0001-01-01T00:00:00+23:00",
        "9999-12-31T23:59:59-23:00",
        "2026-03-01T10:00:00+99:99",
        "01.03.2026 10:00",
        "17723592",
        "٢٠٢٦-03-01T10:00:00Z",
        "2026-03-01T10:00:00Z" + "x" * 1000,
    ],
)
def test_an_unreadable_time_is_the_arrival(raw: str) -> None:
    time = read_time(raw, NOW, "here")

    assert time.instant == NOW
    assert time.raw == raw[:64]
    assert [(found.code, found.path) for found in time.deviations] == [("time-unreadable", "here")]


@given(st.text(max_size=100))
def test_no_text_raises(raw: str) -> None:
    assert read_time(raw, NOW).instant.tzinfo is not None


@given(st.datetimes(timezones=st.just(UTC)))
def test_what_we_write_is_read(instant: datetime) -> None:
    time = read_time(render_time(instant), NOW)

    assert time.deviations == ()
    assert timedelta() <= instant - time.instant < timedelta(milliseconds=1)


@given(
    st.datetimes(min_value=datetime(1950, 1, 1), max_value=datetime(2090, 1, 1)),  # noqa: DTZ001 - a local time
    st.integers(-14 * 60, 14 * 60),
)
def test_the_zone_is_only_another_way_to_say_it(local: datetime, minutes: int) -> None:
    sign, size = ("-" if minutes < 0 else "+"), abs(minutes)
    raw = f"{local.isoformat()}{sign}{size // 60:02}:{size % 60:02}"

    assert read_time(raw, NOW).instant == local.replace(tzinfo=UTC) - timedelta(minutes=minutes)


def test_a_written_time() -> None:
    assert render_time(TEN) == "2026-03-01T10:00:00.000Z"
    assert render_time(TEN.replace(microsecond=7999)) == "2026-03-01T10:00:00.007Z"


@pytest.mark.parametrize(
    "instant",
    [NOW, NOW - timedelta(days=30), NOW + timedelta(minutes=5), datetime(2020, 1, 1, tzinfo=UTC)],
)
def test_a_plausible_time_is_shown(instant: datetime) -> None:
    assert clamp(instant, NOW) == (instant, ())


@pytest.mark.parametrize(
    "instant",
    [
        NOW + timedelta(minutes=5, microseconds=1),
        datetime(2019, 12, 31, 23, 59, 59, tzinfo=UTC),
        datetime(1970, 1, 1, tzinfo=UTC),
        datetime(9999, 1, 1, tzinfo=UTC),
    ],
)
def test_an_implausible_time_is_shown_as_the_arrival(instant: datetime) -> None:
    shown, deviations = clamp(instant, NOW)

    assert shown == NOW
    assert [found.code for found in deviations] == ["clock-implausible"]
