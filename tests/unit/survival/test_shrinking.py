"""A failure is shrunk to what it needs."""

from collections.abc import Sequence

from tests.survival.shrinking import Line, concerning, shrink


def test_what_a_failure_does_not_need_is_left_out() -> None:
    def fails(events: Sequence[int]) -> bool:
        return {3, 17, 18} <= set(events)

    assert shrink(range(64), fails, 1000) == [3, 17, 18]


def test_the_number_of_tries_is_bounded() -> None:
    tries: list[int] = []

    def fails(events: Sequence[int]) -> bool:
        tries.append(len(events))
        return 999 in events

    assert 999 in shrink(range(1000), fails, 8)
    assert len(tries) <= 8
    assert len(shrink(range(1000), fails, 8)) < 1000


def test_what_does_not_fail_by_itself_stays_whole() -> None:
    assert list(shrink([1, 2, 3], lambda _: False, 100)) == [1, 2, 3]


def frame(sender: str, frame: list[object]) -> Line:
    return {"at": "2026-03-02T08:00:00Z", "charger": "A", "direction": sender, "frame": frame}


def test_a_log_is_cut_to_the_transactions_concerned_with_their_requests() -> None:
    dial: Line = {"at": "2026-03-02T08:00:00Z", "charger": "A", "event": "connect"}
    start = frame("from-charger", [2, "s", "StartTransaction", {"connectorId": 1}])
    started = frame("to-charger", [3, "s", {"transactionId": 7}])
    other = frame("from-charger", [2, "h", "Heartbeat", {}])
    stop = frame("from-charger", [2, "e", "StopTransaction", {"transactionId": 7}])
    stopped = frame("to-charger", [3, "e", {}])
    log = [dial, start, started, other, stop, stopped]
    assert concerning(log, {7}) == [dial, start, started, stop, stopped]
    assert concerning(log, set()) == log
