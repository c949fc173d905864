"""What was used under which price."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from csms.domain.billing import completed, replay
from csms.domain.charger import ConnectorStatus
from csms.domain.ids import Micro, Minor, Wh
from csms.domain.pricing import (
    Consumption,
    LineKind,
    Price,
    PriceLine,
    Use,
    price,
    price_at_most,
)
from csms.domain.tariff import Tariff
from csms.domain.time_of_use import Window
from csms.domain.transaction import Transaction
from csms.domain.usage import Evidence, StateChange, consumption, forecast
from tests.transactions import NOW, START, STOP, TARIFF, stopped

BERLIN = ZoneInfo("Europe/Berlin")
# START is 13:00 in Berlin, STOP is 14:00.
LATE = Window("late", tuple(range(7)), 13 * 60 + 30, 20 * 60, Micro(800_000), Micro(60_000))
DEAR = replace(TARIFF, windows=(LATE,))
TIMED = replace(TARIFF, minute_rate=Micro(20_000), idle_rate=Micro(100_000), idle_grace_s=300)
BOTH = replace(TIMED, windows=(LATE,), minimum_minor=Minor(100), maximum_minor=Minor(3000))


def after(minutes: int) -> datetime:
    return START + timedelta(minutes=minutes)


def state(minutes: int, status: ConnectorStatus) -> StateChange:
    return StateChange(after(minutes), status, after(minutes))


def used(tariff: Tariff, evidence: Evidence, ended: Transaction | None = None) -> Consumption:
    return consumption(ended or stopped(), tariff, evidence, BERLIN)


def kinds(priced: Price) -> list[tuple[str, int, int]]:
    return [(line.kind.value, line.quantity, line.amount_minor) for line in priced.lines]


def test_energy_is_split_at_the_window_by_the_readings_in_between() -> None:
    found = used(DEAR, Evidence(((after(20), Wh(7000)), (after(40), Wh(9000)))))
    # 6000 Wh until :20, 1000 more until :30; the rest later.
    assert (found.energy_wh, found.in_windows) == (7000, (Use(LATE, Wh(3000), 1800),))


def test_without_readings_energy_flowed_evenly() -> None:
    found = used(DEAR, Evidence())
    assert (found.energy_wh, found.in_windows) == (5000, (Use(LATE, Wh(5000), 1800),))


def test_readings_that_cannot_be_the_connectors_do_not_count() -> None:
    found = used(DEAR, Evidence(((after(10), Wh(999_999)), (after(-10), Wh(5000)))))
    assert found.energy_wh == 5000


def test_a_vehicle_that_takes_nothing_idles() -> None:
    full = state(40, ConnectorStatus.SUSPENDED_EV)
    found = used(TIMED, Evidence(states=(full,)))
    assert (found.charging_s, found.idle_s) == (2400, 1200)
    assert kinds(price(found, TIMED)) == [
        ("energy", 10_000, 400),
        ("time", 2400, 80),
        ("idle", 900, 150),
        ("session-fee", 1, 50),
    ]


def test_a_station_that_gives_nothing_is_nobodys_idling() -> None:
    waits = state(10, ConnectorStatus.SUSPENDED_EVSE)
    goes_on = state(30, ConnectorStatus.CHARGING)
    found = used(TIMED, Evidence(states=(goes_on, waits)))
    assert (found.charging_s, found.idle_s) == (2400, 0)


def test_states_outside_the_transaction_count_only_within_it() -> None:
    before = state(-5, ConnectorStatus.SUSPENDED_EV)
    later = state(90, ConnectorStatus.FINISHING)
    found = used(TIMED, Evidence(states=(before, later)))
    assert (found.charging_s, found.idle_s) == (0, 3600)


def test_the_least_and_the_most_are_lines() -> None:
    least = replace(TARIFF, minimum_minor=Minor(1000))
    most = replace(TARIFF, maximum_minor=Minor(300))
    assert kinds(price(Consumption(Wh(10_000)), least))[-1] == ("minimum", 450, 550)
    assert kinds(price(Consumption(Wh(10_000)), most))[-1] == ("maximum", 450, -150)
    assert price(Consumption(Wh(0)), least).total_minor == 0


def test_a_forecast_says_what_a_session_would_cost() -> None:
    six = datetime(2026, 6, 10, 18, tzinfo=BERLIN)
    peak = Window("peak", tuple(range(7)), 17 * 60, 20 * 60, Micro(600_000))
    tariff = replace(TARIFF, windows=(peak,))
    priced = price(forecast(tariff, Wh(20_000), six, 3 * 3600, 0, BERLIN), tariff)
    assert kinds(priced) == [
        ("energy", 6667, 267),
        ("energy", 13_333, 800),
        ("session-fee", 1, 50),
    ]


def test_energy_that_an_operator_set_flowed_evenly() -> None:
    corrected = replace(stopped(), corrected_energy_wh=Wh(4000))
    found = used(DEAR, Evidence(((after(1), Wh(11_000)),)), corrected)
    assert (found.energy_wh, found.in_windows[0].energy_wh) == (2000, 2000)


# Three prices in an hour: 0.40 until 13:20, 0.90 until 13:40, then 0.30.
DEAREST = Window("dearest", tuple(range(7)), 13 * 60 + 20, 13 * 60 + 40, Micro(900_000))
CHEAPEST = Window("cheapest", tuple(range(7)), 13 * 60 + 40, 20 * 60, Micro(300_000))
THREE = replace(TARIFF, session_fee_minor=Minor(0), windows=(DEAREST, CHEAPEST))


def test_what_is_left_of_whole_wh_is_counted_where_it_is_cheapest() -> None:
    found = used(THREE, Evidence(), stopped(energy_wh=11))
    # 3.67 Wh in each third: whole ones are 3, and 2 are left.
    assert (found.energy_wh, [one.energy_wh for one in found.in_windows]) == (3, [3, 5])


minutes = st.integers(1, 59)
registers = st.lists(st.tuples(minutes.map(after), st.integers(1000, 11_000).map(Wh)), max_size=8)
states = st.lists(st.builds(state, minutes, st.sampled_from(ConnectorStatus)), max_size=6)
tariffs = st.builds(
    lambda base, rate, fee, tax, included, least, most: replace(
        base,
        energy_rate=Micro(rate),
        session_fee_minor=Minor(fee),
        tax_rate=Micro(tax),
        tax_included=included,
        minimum_minor=Minor(least),
        maximum_minor=None if most is None else Minor(least + most),
    ),
    st.sampled_from([TARIFF, DEAR, TIMED, BOTH]),
    st.integers(0, 3_000_000),
    st.integers(0, 500),
    st.integers(0, 300_000),
    st.booleans(),
    st.integers(0, 2000),
    st.none() | st.integers(0, 2000),
)


@given(registers, states, tariffs)
def test_lines_sum_to_the_total_and_nothing_is_lost(
    points: Sequence[tuple[datetime, Wh]], changes: Sequence[StateChange], tariff: Tariff
) -> None:
    found = used(tariff, Evidence(tuple(points), tuple(changes)))
    assert sum(use.energy_wh for use in found.uses) == 10_000
    assert all(use.energy_wh >= 0 and use.charging_s >= 0 for use in found.uses)
    assert sum(use.charging_s for use in found.uses) + found.idle_s <= 3600
    priced = price(found, tariff)
    assert sum(line.amount_minor for line in priced.lines) == priced.total_minor
    assert priced.net_minor + priced.tax_minor == priced.total_minor
    assert min(priced.total_minor, priced.net_minor, priced.tax_minor) >= 0
    assert all(line.amount_minor >= 0 for line in priced.lines if line.kind is not LineKind.MAXIMUM)


@given(registers, states, tariffs, st.randoms(use_true_random=False), st.integers(0, 60))
def test_repeating_disordering_and_splitting_readings_changes_nothing(
    points: list[tuple[datetime, Wh]],
    changes: list[StateChange],
    tariff: Tariff,
    chance: object,
    between: int,
) -> None:
    straight = Evidence(((after(0), Wh(1000)), (STOP, Wh(11_000))), tuple(changes))
    on_the_line = (after(between) if between else START, Wh(1000 + 10_000 * between // 60))
    exact = 10_000 * between % 60 == 0
    if exact:
        split = replace(straight, registers=(*straight.registers, on_the_line))
        assert used(tariff, split) == used(tariff, straight)
    shuffled = [*points, *points]
    chance.shuffle(shuffled)  # type: ignore[attr-defined] # a Random
    again = Evidence(tuple(shuffled), tuple(reversed([*changes, *changes])))
    assert used(tariff, again) == used(tariff, Evidence(tuple(points), tuple(changes)))


@given(tariffs, st.integers(0, 10**5), st.integers(0, 10**5), st.integers(0, 10**4))
def test_more_of_anything_never_costs_less(
    tariff: Tariff, own: int, windowed: int, more: int
) -> None:
    def cost(energy: int, in_window: int, idle: int) -> int:
        uses = tuple(Use(one, Wh(in_window), 60) for one in tariff.windows)
        return price(Consumption(Wh(energy), 60, idle, uses), tariff).total_minor

    least = cost(own, windowed, 400)
    assert least <= cost(own + more, windowed, 400)
    assert least <= cost(own, windowed + more, 400)
    assert least <= cost(own, windowed, 400 + more)


day_minutes = st.integers(0, 1439)
rates = st.integers(0, 3_000_000).map(Micro)
several_windows = st.lists(
    st.builds(
        Window,
        st.sampled_from("abcdef"),
        st.just(tuple(range(7))),
        day_minutes,
        day_minutes,
        rates,
    ),
    min_size=1,
    max_size=6,
).map(tuple)


def energy_lines(
    windows: tuple[Window, ...], points: Sequence[tuple[datetime, Wh]], energy_wh: int
) -> list[PriceLine]:
    """The lines for energy of thirty hours, over which any windows come more than once."""
    tariff = replace(THREE, windows=windows)
    ended = replace(
        stopped(energy_wh=energy_wh),
        stopped_at=START + timedelta(hours=30),
        stop_arrived_at=START + timedelta(hours=30),
    )
    return list(price(used(tariff, Evidence(tuple(points)), ended), tariff).lines)


@given(several_windows, registers, st.integers(10_000, 60_000), st.integers(0, 50))
def test_more_energy_at_the_end_makes_nothing_cheaper_but_by_rounding_lines(
    windows: tuple[Window, ...], points: Sequence[tuple[datetime, Wh]], energy_wh: int, more: int
) -> None:
    """Before its rounding no line costs less; by it, all but one may lose a minor unit."""
    less = energy_lines(windows, points, energy_wh)
    lines = energy_lines(windows, points, energy_wh + more)

    def exact(of: list[PriceLine]) -> int:
        return sum(one.quantity * (one.rate_micro or 0) for one in of)

    def rounded(of: list[PriceLine]) -> int:
        return sum(one.amount_minor for one in of)

    assert exact(lines) >= exact(less)
    assert rounded(lines) >= rounded(less) - (max(len(lines), len(less)) - 1)
    if len(lines) == len(less) == 1:
        assert rounded(lines) >= rounded(less)


def test_a_wh_more_can_cost_a_minor_unit_less_where_lines_are_rounded() -> None:
    """The bound of the rule above is reached: two Wh move to other lines, which round down."""
    windows = (
        Window("a", tuple(range(7)), 287, 654, Micro(2_799_426)),
        Window("b", tuple(range(7)), 734, 925, Micro(799_017)),
        Window("c", tuple(range(7)), 819, 949, Micro(360_421)),
    )
    sums = [
        sum(line.amount_minor for line in energy_lines(windows, (), energy_wh))
        for energy_wh in (35_843, 35_844)
    ]
    assert sums == [3452, 3451]


@given(registers, states, tariffs, several_windows, st.booleans())
def test_nothing_costs_more_than_the_bound_that_looks_at_no_readings(
    points: Sequence[tuple[datetime, Wh]],
    changes: Sequence[StateChange],
    tariff: Tariff,
    windows: tuple[Window, ...],
    many: bool,  # noqa: FBT001 - drawn
) -> None:
    tariff = replace(tariff, windows=windows) if many else tariff
    found = used(tariff, Evidence(tuple(points), tuple(changes)))
    assert price(found, tariff).total_minor <= price_at_most(Wh(10_000), 3600, tariff)


def test_the_bound_of_a_flat_tariff_is_its_price() -> None:
    assert (
        price_at_most(Wh(10_000), 3600, TARIFF)
        == price(Consumption(Wh(10_000)), TARIFF).total_minor
    )


@given(registers, states, tariffs)
def test_a_bill_of_any_tariff_can_be_replayed(
    points: Sequence[tuple[datetime, Wh]], changes: Sequence[StateChange], tariff: Tariff
) -> None:
    evidence = Evidence(tuple(points), tuple(changes))
    ended = replace(stopped(), tariff=tariff)
    done = completed(ended, replay(ended, tariff, evidence, BERLIN), NOW, evidence)
    again = replay(done, tariff, evidence, BERLIN)
    assert done.bill is not None
    assert (again.total_minor, again.net_minor) == (done.bill.price_minor, done.bill.net_minor)
    assert done.bill.lines in ((), again.lines)
