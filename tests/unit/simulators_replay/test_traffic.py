"""Reading a log: every form, and every way in which a line can be wrong."""

import json

import pytest

from simulators.replay.traffic import BadTraffic, Step, Traffic, read_traffic

AT = "2026-03-02T08:00:00Z"
FRAME = {"at": AT, "charger": "CP-1", "direction": "from-charger", "frame": [2, "1", "Heartbeat"]}
EXCHANGE = {
    "at": AT,
    "charger_id": "cp-1",
    "direction": "to-charger",
    "request": '[2,"7","Reset",{"type":"Soft"}]',
    "answer": '[3,"7",{"status":"Accepted"}]',
}


def read(*lines: object) -> Traffic:
    return read_traffic("\n".join(json.dumps(line) for line in lines))


def test_a_frame_is_read() -> None:
    (event,) = read(FRAME).events
    assert (event.line, event.charger, event.step) == (1, "CP-1", Step.FROM_CHARGER)
    assert event.text == '[2,"1","Heartbeat"]'


def test_a_frame_may_be_its_text() -> None:
    (event,) = read(FRAME | {"frame": '[2,"1",'}).events
    assert event.text == '[2,"1",'


def test_an_exchange_is_two_frames_in_the_order_of_who_asked() -> None:
    asked, answered = read(EXCHANGE).events
    assert (asked.step, answered.step) == (Step.TO_CHARGER, Step.FROM_CHARGER)
    assert answered.text == EXCHANGE["answer"]


def test_an_exchange_without_an_answer_is_one_frame() -> None:
    assert len(read(EXCHANGE | {"answer": None}).events) == 1


def test_a_page_over_many_lines_is_read_oldest_first() -> None:
    newer = EXCHANGE | {"at": "2026-03-02T09:00:00Z"}
    page = json.dumps({"items": [newer, EXCHANGE], "cursor": None}, indent=2)
    assert [event.at.hour for event in read_traffic(page).events] == [8, 8, 9, 9]


def test_of_the_same_instant_the_later_row_of_a_page_comes_first() -> None:
    later = EXCHANGE | {"request": '[2,"8","Reset",{"type":"Soft"}]', "answer": None}
    page = {"items": [later, EXCHANGE | {"answer": None}], "cursor": None}
    assert [json.loads(event.text)[1] for event in read(page).events] == ["7", "8"]


def test_lines_in_any_order_are_sorted_by_time() -> None:
    earlier = FRAME | {"at": "2026-03-02T07:59:59+00:00"}
    assert [event.line for event in read(FRAME, earlier).events] == [2, 1]


def test_times_of_other_zones_are_compared_as_instants() -> None:
    earlier = FRAME | {"at": "2026-03-02T08:59:00+01:00"}
    assert [event.line for event in read(FRAME, earlier).events] == [2, 1]


def test_what_is_told_beside_frames_is_kept() -> None:
    bill = {"transaction": 5, "energy_wh": 1000, "price_minor": 40, "state": "COMPLETED"}
    traffic = read(
        {"tariff": {"energy_rate_micro_per_kwh": 1}},
        {"charger": "CP-1", "rated_power_w": 11000},
        FRAME,
        {"charger": "CP-1", "bill": bill},
    )
    assert traffic.tariff == {"energy_rate_micro_per_kwh": 1}
    assert traffic.rated_power_w == {"CP-1": 11000}
    assert traffic.bills[0].facts == {"energy_wh": 1000, "price_minor": 40, "state": "COMPLETED"}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ([1, 2], "not a JSON object"),
        ({"at": AT}, "it has none of frame, request"),
        (FRAME | {"at": "yesterday"}, "at: 'yesterday' is no ISO 8601 time"),
        (FRAME | {"at": "2026-03-02T08:00:00"}, "has no time zone"),
        (FRAME | {"at": 5}, "at: missing, or no text"),
        (FRAME | {"charger": ""}, "charger: missing, or no text"),
        (FRAME | {"direction": "up"}, "direction: 'up' is neither from-charger nor to-charger"),
        (FRAME | {"frame": {}}, "frame: neither a JSON array nor its text"),
        ({"at": AT, "charger": "C", "event": "boom"}, "event: 'boom' is neither connect nor"),
        ({"items": 5}, "items: not a JSON array"),
        ({"items": [5]}, "an item that is not a JSON object"),
        ({"charger": "C", "bill": 5}, "bill: not a JSON object"),
        ({"charger": "C", "bill": {"transaction": 1, "cost": 2}}, "bill: knows no 'cost', only"),
        ({"charger": "C", "bill": {"transaction": "1"}}, "transaction: missing, or no whole"),
        ({"charger": "C", "bill": {"transaction": 1, "energy_wh": 1.5}}, "energy_wh: missing, or"),
        ({"charger": "C", "rated_power_w": True}, "rated_power_w: missing, or no whole number"),
    ],
)
def test_a_bad_line_is_named_with_its_reason(line: object, reason: str) -> None:
    with pytest.raises(BadTraffic) as bad:
        read(FRAME, line)
    (said,) = bad.value.lines
    assert said.startswith("line 2: ")
    assert reason in said


def test_all_bad_lines_are_named() -> None:
    with pytest.raises(BadTraffic) as bad:
        read_traffic(f'{{"at":\n{json.dumps(FRAME)}\nnonsense')
    assert [line.partition(":")[0] for line in bad.value.lines] == ["line 1", "line 3"]


def test_a_log_without_frames_is_refused() -> None:
    with pytest.raises(BadTraffic, match="holds no frames"):
        read_traffic("")
