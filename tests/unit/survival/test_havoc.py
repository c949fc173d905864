"""A seed makes one schedule of faults, and each kind turns up."""

from itertools import islice

from tests.survival.havoc import BETWEEN_S, PAUSE_S, WIRE_S, faults

PARTS = [
    "gateway",
    "identity",
    "store",
    "HeartbeatSweepFunction",
    "OcppMessageFunction",
    "UserApiFunction",
]


def test_the_same_seed_does_the_same() -> None:
    first, again, other = (list(islice(faults(seed, PARTS), 50)) for seed in (3, 3, 4))
    assert first == again
    assert first != other


def test_every_part_is_hurt_in_every_way() -> None:
    done = [fault for _, fault in islice(faults(1, PARTS), 500)]
    assert {fault.part for fault in done if fault.kind == "kill"} == {*PARTS, "database"}
    assert {fault.part for fault in done if fault.kind == "pause"} == {*PARTS, "database"}
    hurt_wires = {(fault.part, fault.wire.value) for fault in done if fault.kind == "wire"}
    ways = ("slow", "deaf", "still", "cut")
    wired = ("database", "gateway", "identity", "store")
    assert hurt_wires == {(part, way) for part in wired for way in ways}


def test_times_are_within_their_bounds() -> None:
    for wait, fault in islice(faults(2, PARTS), 500):
        assert BETWEEN_S[0] <= wait <= BETWEEN_S[1]
        longest = {"kill": 0.0, "pause": PAUSE_S[1], "wire": WIRE_S[1]}[fault.kind]
        assert 0 <= fault.seconds <= longest
