"""What a transaction's row tells of its life."""

from dataclasses import replace

from csms.domain.ending import CloseReason, close, stop
from csms.domain.reconciliation import Trigger, suspect
from csms.domain.timeline import told
from csms.domain.transaction import TransactionState
from tests.charging import HOUR, MINUTE, START, read_until, running, stop_facts


def test_a_new_transaction_tells_its_start() -> None:
    (entry,) = told(running())
    assert (entry.kind, entry.at) == ("started", START)
    assert "TAG (Accepted)" in entry.text
    assert "1000 Wh" in entry.text


def test_a_session_tells_start_readings_and_end() -> None:
    ended = stop(running(readings=read_until(START + MINUTE)), stop_facts(id_tag="OTHER"))
    assert ended is not None
    entries = told(ended)
    assert [entry.kind for entry in entries] == ["started", "readings", "stopped"]
    assert "with tag OTHER (Local)" in entries[-1].text
    assert entries[-1].message_ids == ("stop-1",)


def test_our_own_close_is_told_apart_from_the_charger_s_word() -> None:
    ended = close(running(), CloseReason.RECONCILED, START + HOUR)
    assert ended is not None
    assert told(ended)[-1].kind == "closed"


def test_a_doubt_tells_when_it_ends() -> None:
    doubted = suspect(running(), Trigger.STATUS, START + MINUTE, START + HOUR)
    assert doubted is not None
    entry = told(doubted)[-1]
    assert entry.kind == "reconciliation"
    assert "2026-03-01 13:00:00 UTC" in entry.text


def test_what_waits_for_a_person_says_why() -> None:
    ended = stop(running(), stop_facts())
    assert ended is not None
    held = replace(ended, state=TransactionState.HELD, hold_reason="stop_below_start")
    assert told(held)[-1].text == "HELD: stop_below_start"
