"""Transcripts of real behaviour: every answer and every bill is as the transcript says.

tests/data/transcripts holds them, in the format of `make replay`; docs/replay.md describes it.
"""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from csms.domain.ids import ChargerId, TariffId
from csms.entrypoints.api.admin.charger_state import show_messages
from csms.entrypoints.api.admin.tariffs import TariffFields, to_tariff
from csms.store import message_log, transaction_list
from csms.store.message_log import LogFilter
from simulators.replay.player import ChargerLog, Player
from simulators.replay.traffic import Traffic, read_traffic
from simulators.replay.verdict import BillDifference, bill_differences, report
from simulators.replay.world import Assumptions, build
from tests.engine import ROOT, Engine
from tests.integration.gateway import Gateway

TRANSCRIPTS = sorted((ROOT / "tests/data/transcripts").iterdir())
RATED_POWER_W = 350_000
NOW = datetime(2026, 3, 4, tzinfo=UTC)


def replay(traffic: Traffic, gateway: Gateway) -> tuple[list[ChargerLog], list[BillDifference]]:
    """Play a log; returns what came of each charger, and which bills differ."""
    rates = traffic.tariff or {"energy_rate_micro_per_kwh": 400_000}
    fields = TariffFields.model_validate({"name": "Replay", **rates})
    tariff = to_tariff(TariffId("replay"), fields)
    assumed = Assumptions(tariff, "Europe/Berlin", RATED_POWER_W)
    player = Player(build(traffic, assumed, traffic.events[0].at), gateway)
    for event in traffic.events:
        player.play(event)
    player.finish(traffic.events[-1].at)
    return player.logs, bill_differences(player.logs, traffic.bills)


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_a_transcript_is_answered_and_billed_as_it_was(
    path: Path, tables: Engine, gateway: Gateway
) -> None:
    traffic = read_traffic(path.read_text(encoding="utf-8"))
    logs, bills = replay(traffic, gateway)
    assert "\n".join(report(logs, bills)).splitlines()[-1] == (
        f"{sum(log.same for log in logs)} answers are the same, 0 differ; 0 bills differ"
    ), "\n".join(report(logs, bills))
    assert [(log.unanswered_then, log.unknown_answers) for log in logs] == [(0, 0)] * len(logs)
    assert len(traffic.bills) == sum(len(log.billed) for log in logs)


def test_a_bill_and_an_answer_that_differ_are_shown(tables: Engine, gateway: Gateway) -> None:
    text = (ROOT / "tests/data/transcripts/happy-session.jsonl").read_text(encoding="utf-8")
    changed = text.replace('"price_minor":482', '"price_minor":483')
    changed = changed.replace('"interval":300', '"interval":900')
    logs, bills = replay(read_traffic(changed), gateway)
    shown = "\n".join(report(logs, bills))
    assert "price_minor: then 483, now 482" in shown
    assert '"interval": 900}' in shown
    assert '"interval": 300}' in shown
    assert shown.splitlines()[-1].endswith("1 differ; 1 bills differ")


def test_a_bill_of_a_transaction_that_never_was_is_shown(tables: Engine, gateway: Gateway) -> None:
    text = (ROOT / "tests/data/transcripts/happy-session.jsonl").read_text(encoding="utf-8")
    line = {"charger": "CP-1", "bill": {"transaction": 77, "price_minor": 5}}
    logs, bills = replay(read_traffic(text + json.dumps(line)), gateway)
    assert "transaction 77  price_minor: then 5, now no such transaction" in "\n".join(
        report(logs, bills)
    )


def test_ids_that_the_other_system_gave_are_translated(tables: Engine, gateway: Gateway) -> None:
    text = (ROOT / "tests/data/transcripts/happy-session.jsonl").read_text(encoding="utf-8")
    (log,), _ = replay(read_traffic(text.replace("5001", "88123")), gateway)
    (stored,) = transaction_list.list_by_charger(ChargerId("cp-1"), None, 5).items
    assert log.transactions == {88123: stored.transaction_id}
    assert log.differences == []


def test_a_command_that_would_be_refused_here_is_shown(tables: Engine, gateway: Gateway) -> None:
    at = {"at": "2026-03-02T08:00:00Z", "charger": "CP-1"}
    heartbeat = [2, "h", "Heartbeat", {}]
    reset = [2, "r", "Reset", {"type": "Gentle"}]
    lines = [
        at | {"direction": "from-charger", "frame": heartbeat},
        at | {"direction": "to-charger", "frame": reset},
    ]
    (log,), _ = replay(read_traffic("\n".join(map(json.dumps, lines))), gateway)
    (difference,) = log.differences
    assert difference.about == "Reset to the charger"
    assert "type" in difference.now


def test_our_own_message_log_is_a_log_to_replay(tables: Engine, gateway: Gateway) -> None:
    text = (ROOT / "tests/data/transcripts/tags-of-all-kinds.jsonl").read_text(encoding="utf-8")
    replay(read_traffic(text), gateway)
    page = message_log.list_by_charger(ChargerId("cp-1"), LogFilter(), NOW, None, 200)
    exported = show_messages(page).model_dump_json(indent=2)
    tables.clear()
    (log,), _ = replay(read_traffic(exported), gateway)
    assert log.same == len([one for one in page.items if one.direction == "from-charger"])
    assert log.differences == []
    assert [one.state.value for one in log.billed].count("UNBILLED") == 3
