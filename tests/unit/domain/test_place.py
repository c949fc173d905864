"""Where stations are: codes that keep near places together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csms.domain.place import Box, Place, code_ranges, geohash

LATITUDES = st.integers(-90_000_000, 90_000_000)
LONGITUDES = st.integers(-180_000_000, 180_000_000)
PLACES = st.builds(Place, LATITUDES, LONGITUDES)


@pytest.mark.parametrize(
    ("latitude", "longitude", "code"),
    [
        # Published examples of the geohash system.
        (57_649_110, 10_407_440, "u4pruydqq"),
        (42_605_000, -5_603_000, "ezs42"),
        (-25_382_708, -49_265_506, "6gkzwgjzn"),
        (90_000_000, 180_000_000, "zzzzzzzzz"),
        (-90_000_000, -180_000_000, "000000000"),
    ],
)
def test_a_code_is_that_of_the_geohash_system(latitude: int, longitude: int, code: str) -> None:
    found = geohash(Place(latitude, longitude))

    assert found.startswith(code[:7])


@given(PLACES)
def test_a_short_code_begins_a_long_one(place: Place) -> None:
    assert geohash(place, 9).startswith(geohash(place, 2))


@given(PLACES, LATITUDES, LATITUDES, LONGITUDES, LONGITUDES)
def test_every_place_in_a_box_is_in_one_of_its_ranges(
    place: Place, south: int, north: int, west: int, east: int
) -> None:
    box = Box(west, min(south, north), east, max(south, north))
    ranges = code_ranges(box, 4096)
    assert ranges is not None

    if box.contains(place):
        code = geohash(place)
        assert any(one.cell == code[:2] and one.first <= code <= one.last for one in ranges)


@given(PLACES)
def test_a_place_is_in_the_box_of_itself_alone(place: Place) -> None:
    box = Box(place.longitude_e6, place.latitude_e6, place.longitude_e6, place.latitude_e6)

    assert box.contains(place)
    ranges = code_ranges(box, 1)
    assert ranges is not None
    assert ranges[0].first == ranges[0].last == geohash(place)


def test_a_box_with_too_many_cells_has_no_ranges() -> None:
    world = Box(-180_000_000, -90_000_000, 180_000_000, 90_000_000)

    assert code_ranges(world, 1023) is None
    assert len(code_ranges(world, 1024) or ()) == 1024


def test_a_box_over_the_date_line_has_both_sides() -> None:
    box = Box(170_000_000, -20_000_000, -170_000_000, 0)

    assert box.contains(Place(-18_000_000, 178_000_000))
    assert box.contains(Place(-14_000_000, -171_000_000))
    assert not box.contains(Place(-14_000_000, 0))
