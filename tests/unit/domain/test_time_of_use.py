"""Windows of tariffs, by the clock on the station's wall."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csms.domain.ids import Micro
from csms.domain.time_of_use import Window, slices

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)
EVERY_DAY = tuple(range(7))
NIGHT = Window("night", EVERY_DAY, 22 * 60, 6 * 60, Micro(200_000))
EARLY = Window("early", EVERY_DAY, 2 * 60, 3 * 60, Micro(100_000))
WEEKEND = Window("weekend", (5, 6), 0, 0, Micro(300_000))


def cut(windows: list[Window], since: str, until: str, zone: ZoneInfo = BERLIN) -> list[object]:
    found = slices(windows, zone, datetime.fromisoformat(since).astimezone(UTC), _instant(until))
    return [(one.window.name if one.window else None, one.until - one.since) for one in found]


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def hours(count: float) -> timedelta:
    return timedelta(hours=count)


def test_a_time_is_cut_where_its_price_changes() -> None:
    parts = cut([NIGHT], "2026-06-10T20:00+02:00", "2026-06-11T08:00+02:00")
    assert parts == [(None, hours(2)), ("night", hours(8)), (None, hours(2))]


def test_a_night_belongs_to_the_day_on_which_it_begins() -> None:
    friday_night = Window("friday", (4,), 22 * 60, 6 * 60, Micro(1))
    parts = cut([friday_night], "2026-06-12T21:00+02:00", "2026-06-13T23:00+02:00")
    assert parts == [(None, hours(1)), ("friday", hours(8)), (None, hours(17))]


def test_a_window_that_ends_as_it_begins_is_the_whole_day() -> None:
    parts = cut([WEEKEND], "2026-06-12T12:00+02:00", "2026-06-15T12:00+02:00")
    # From Saturday 0:00 to Monday 0:00: the end of Sunday is the end of the window.
    assert parts == [(None, hours(12)), ("weekend", hours(48)), (None, hours(12))]


def test_the_night_in_which_clocks_go_forward_is_an_hour_shorter() -> None:
    parts = cut([NIGHT], "2026-03-28T21:00+01:00", "2026-03-29T08:00+02:00")
    assert parts == [(None, hours(1)), ("night", hours(7)), (None, hours(2))]


def test_the_night_in_which_clocks_go_back_is_an_hour_longer() -> None:
    parts = cut([NIGHT], "2026-10-24T21:00+02:00", "2026-10-25T08:00+01:00")
    assert parts == [(None, hours(1)), ("night", hours(9)), (None, hours(2))]


def test_an_hour_that_the_clocks_skip_is_in_no_window() -> None:
    parts = cut([EARLY], "2026-03-29T00:00+01:00", "2026-03-29T06:00+02:00")
    assert parts == [(None, hours(5))]


def test_an_hour_that_the_clocks_repeat_is_in_its_window_twice() -> None:
    parts = cut([EARLY], "2026-10-25T00:00+02:00", "2026-10-25T06:00+01:00")
    assert parts == [(None, hours(2)), ("early", hours(2)), (None, hours(3))]


def test_where_windows_overlap_the_first_counts() -> None:
    first = cut([EARLY, NIGHT], "2026-06-10T01:00+02:00", "2026-06-10T04:00+02:00")
    assert first == [("night", hours(1)), ("early", hours(1)), ("night", hours(1))]


@pytest.mark.parametrize(
    "zone", ["UTC", "Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns"]
)
def test_odd_offsets_are_cut_at_their_own_hours(zone: str) -> None:
    here = ZoneInfo(zone)
    since = datetime(2026, 6, 10, 21, tzinfo=here)
    until = datetime(2026, 6, 11, 7, tzinfo=here)
    parts = cut([NIGHT], since.isoformat(), until.isoformat(), here)
    assert parts == [(None, hours(1)), ("night", hours(8)), (None, hours(1))]


windows = st.builds(
    Window,
    st.sampled_from("abc"),
    st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days))),
    st.integers(0, 1439),
    st.integers(0, 1440),
    st.integers(0, 10**6).map(Micro),
)


@given(
    st.lists(windows, max_size=3),
    st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe"]),
    st.integers(0, 350 * 86_400).map(lambda s: NEW_YEAR + timedelta(seconds=s)),
    st.integers(0, 4 * 1440),
    st.integers(0, 10**6),
)
def test_every_instant_has_the_price_of_its_local_time(
    of: list[Window], name: str, since: datetime, minutes: int, at: int
) -> None:
    zone = ZoneInfo(name)
    until = since + timedelta(minutes=minutes)
    parts = slices(of, zone, since, until)
    assert (parts[0].since, parts[-1].until) == (since, until)
    assert all(one.until == other.since for one, other in pairwise(parts))
    instant = since + (until - since) * at / 10**6
    if instant < until:
        part = next(one for one in parts if one.since <= instant < one.until)
        local = instant.astimezone(zone)
        assert part.window == next((one for one in of if one.covers(local)), None)
