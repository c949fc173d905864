"""Which connections a killed run had open."""

from __future__ import annotations

from pathlib import Path

from simulators.aws.connection_journal import COMPACT_AFTER_LINES, ConnectionJournal
from simulators.aws.websocket_events import ConnectionFacts


def facts(connection_id: str) -> ConnectionFacts:
    return ConnectionFacts(connection_id, 1, "127.0.0.1", "tester", {"charger_id": "CP1"})


def test_the_next_run_learns_what_was_open(tmp_path: Path) -> None:
    path = tmp_path / "connections.jsonl"
    journal = ConnectionJournal(path)
    for connection_id in ("a", "b", "c"):
        journal.add(facts(connection_id))
    journal.remove("b")
    journal.close()
    again = ConnectionJournal(path)
    assert again.left_open == (facts("a"), facts("c"))
    again.close()


def test_a_line_that_a_kill_cut_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "connections.jsonl"
    journal = ConnectionJournal(path)
    journal.add(facts("a"))
    journal.close()
    with path.open("a") as file:
        file.write('{"open": {"connection_id": "b", "conn')
    again = ConnectionJournal(path)
    assert again.left_open == (facts("a"),)
    again.close()


def test_the_file_does_not_grow_without_end(tmp_path: Path) -> None:
    path = tmp_path / "connections.jsonl"
    journal = ConnectionJournal(path)
    journal.add(facts("stays"))
    for number in range(COMPACT_AFTER_LINES):
        journal.add(facts(str(number)))
        journal.remove(str(number))
    journal.close()
    assert len(path.read_text().splitlines()) <= COMPACT_AFTER_LINES + 2
    again = ConnectionJournal(path)
    assert again.left_open == (facts("stays"),)
    again.close()
