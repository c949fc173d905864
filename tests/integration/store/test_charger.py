"""Chargers, connectors, findings, the inbox, cursors."""

import dataclasses
from datetime import timedelta

import pytest

from csms.domain.charger import Availability, Charger, ConnectorStatus, Registration
from csms.domain.errors import Conflict, Invalid, NotFound
from csms.domain.ids import ChargerId, ConnectorId, TransactionId
from csms.domain.unknown import UnknownKind
from csms.store import charger as chargers
from csms.store import configuration, connector, cursor, finding, inbox, progress
from csms.store import connection as connections
from csms.store.connector import StatusReport
from tests.engine import Engine
from tests.integration.chargers.charger import STATION, register
from tests.integration.events import START
from tests.integration.store.race import THREADS, race

CHARGER = ChargerId("cp-1")
ONE = ConnectorId(1)
SECOND = timedelta(seconds=1)


def report(status: ConnectorStatus, at_s: int = 0, boot_s: int | None = None) -> StatusReport:
    at = START + at_s * SECOND
    boot_at = None if boot_s is None else START + boot_s * SECOND
    return StatusReport(CHARGER, ONE, status, "NoError", at, at, boot_at)


def stored_status() -> ConnectorStatus | None:
    found = chargers.connector(CHARGER, ONE)
    assert found is not None
    return found.status


def test_a_charger_is_read_back_as_it_was_stored(charger: Charger) -> None:
    assert chargers.get(CHARGER) == charger


def test_a_charger_that_is_not_there_is_not_found(tables: Engine) -> None:
    with pytest.raises(NotFound):
        chargers.get(CHARGER)


def test_an_identity_is_registered_once_however_it_is_spelled(charger: Charger) -> None:
    with pytest.raises(Conflict):
        register("cp-1")


def test_one_of_sixteen_edits_wins(charger: Charger) -> None:
    def edit(number: int) -> bool:
        try:
            chargers.replace(dataclasses.replace(charger, name=f"N{number}"), charger.version)
        except Conflict:
            return False
        return True

    won = race(edit)
    assert sum(won) == 1
    assert chargers.get(CHARGER).name == f"N{won.index(True)}"


def test_an_edit_reaches_the_connections_row(charger: Charger) -> None:
    changed = dataclasses.replace(charger, registration=Registration.REJECTED, log_level="off")
    chargers.replace(changed, charger.version)
    row = connections.find(CHARGER)
    assert row is not None
    assert (row.registration, row.log_level) == (Registration.REJECTED, "off")


def test_an_edit_leaves_the_key_alone(charger: Charger) -> None:
    chargers.replace(dataclasses.replace(charger, name="other"), charger.version)
    assert chargers.get(CHARGER).credentials == charger.credentials


def test_one_of_sixteen_key_changes_wins(charger: Charger) -> None:
    def change(number: int) -> bool:
        new = dataclasses.replace(charger.credentials, pending_password_hash=f"h{number}")
        return chargers.replace_credentials(CHARGER, charger.credentials, new)

    assert sum(race(change)) == 1


def test_chargers_are_listed_by_name(charger: Charger) -> None:
    register("A-2")
    names = [one.name for one in chargers.list_by_name(None, 10).items]
    assert names == ["Charger A-2", "Charger CP-1"]


def test_a_list_goes_on_where_it_stopped(charger: Charger) -> None:
    register("A-2")
    first = chargers.list_by_name(None, 1)
    rest = chargers.list_by_name(first.cursor, 10)
    assert [one.charger_id for one in [*first.items, *rest.items]] == ["a-2", "cp-1"]


def test_the_chargers_of_a_station(charger: Charger) -> None:
    assert [one.charger_id for one in chargers.list_by_station(STATION).items] == [CHARGER]


def test_a_deleted_charger_leaves_nothing(charger: Charger) -> None:
    chargers.delete(CHARGER)
    assert chargers.find(CHARGER) is None
    assert connections.find(CHARGER) is None
    assert chargers.connectors(CHARGER) == []


def test_the_latest_of_sixteen_statuses_stays(charger: Charger) -> None:
    words = [ConnectorStatus.PREPARING] * THREADS
    words[7] = ConnectorStatus.CHARGING
    race(lambda n: connector.report_status(report(words[n], 100 if n == 7 else n)))
    assert stored_status() is ConnectorStatus.CHARGING


def test_an_older_status_changes_nothing(charger: Charger) -> None:
    connector.report_status(report(ConnectorStatus.CHARGING, 10))
    assert connector.report_status(report(ConnectorStatus.AVAILABLE, 9)) is None
    assert stored_status() is ConnectorStatus.CHARGING


def test_of_two_statuses_of_one_instant_the_later_arrival_wins(charger: Charger) -> None:
    connector.report_status(report(ConnectorStatus.CHARGING, 10))
    connector.report_status(report(ConnectorStatus.FINISHING, 10))
    assert stored_status() is ConnectorStatus.FINISHING


def test_a_boot_begins_a_new_order(charger: Charger) -> None:
    connector.report_status(report(ConnectorStatus.CHARGING, 1000, boot_s=0))
    connector.report_status(report(ConnectorStatus.AVAILABLE, 10, boot_s=5))
    assert stored_status() is ConnectorStatus.AVAILABLE


def test_a_status_read_before_the_boot_does_not_undo_it(charger: Charger) -> None:
    connector.report_status(report(ConnectorStatus.AVAILABLE, 10, boot_s=5))
    assert connector.report_status(report(ConnectorStatus.CHARGING, 1000, boot_s=0)) is None


def test_faulted_connectors_are_found_until_they_recover(charger: Charger) -> None:
    connector.report_status(report(ConnectorStatus.FAULTED, 1))
    assert [one.connector_id for one in chargers.list_faulted(None, 10).items] == [1]
    connector.report_status(report(ConnectorStatus.AVAILABLE, 2))
    assert chargers.list_faulted(None, 10).items == []


def test_a_transaction_runs_until_its_own_end(charger: Charger) -> None:
    assert chargers.set_running(CHARGER, ONE, TransactionId(7)).transaction_id == 7
    assert chargers.set_running(CHARGER, ONE, TransactionId(8)).transaction_id == 7
    assert (
        chargers.set_running(CHARGER, ONE, TransactionId(8), TransactionId(6)).transaction_id == 7
    )
    chargers.clear_running(CHARGER, ONE, TransactionId(6))
    found = chargers.connector(CHARGER, ONE)
    assert found is not None
    assert found.transaction_id == 7
    chargers.clear_running(CHARGER, ONE, TransactionId(7))
    found = chargers.connector(CHARGER, ONE)
    assert found is not None
    assert found.transaction_id is None


def test_availability_is_scheduled_until_another_is_wanted(charger: Charger) -> None:
    connector.set_intent(CHARGER, ONE, Availability.INOPERATIVE)
    assert connector.set_scheduled(CHARGER, ONE, Availability.INOPERATIVE)
    connector.set_intent(CHARGER, ONE, Availability.OPERATIVE)
    assert not connector.set_scheduled(CHARGER, ONE, Availability.INOPERATIVE)


def test_findings_are_counted(charger: Charger) -> None:
    race(lambda _: finding.count(CHARGER, ("unknown-key", "BootNotification.x"), "y", START))
    (found,) = chargers.page(CHARGER).findings
    assert (found.code, found.where, found.count) == ("unknown-key", "BootNotification.x", THREADS)


def test_progress_keeps_the_last_statuses_only(charger: Charger) -> None:
    for number in range(progress.ENTRIES + 5):
        progress.add(CHARGER, "firmware", f"s{number}", START)
    entries = chargers.page(CHARGER).progress["firmware"]
    assert (entries[0].status, len(entries)) == ("s24", progress.ENTRIES)


def test_the_same_progress_again_adds_nothing(charger: Charger) -> None:
    assert progress.add(CHARGER, "firmware", "Installing", START)
    assert not progress.add(CHARGER, "firmware", "Installing", START)


def test_what_is_wanted_of_a_key_stays_beside_what_is_reported(charger: Charger) -> None:
    configuration.want(CHARGER, "HeartbeatInterval", "300", START)
    found = configuration.find(CHARGER, "heartbeatinterval")
    assert found is not None
    assert (found.desired, found.value) == ("300", None)


class TestInbox:
    def test_a_knock_is_kept(self, tables: Engine) -> None:
        inbox.note_unknown(UnknownKind.CHARGER, "x", START, "X", "from 192.0.2.7")
        (found,) = inbox.list_unknown(UnknownKind.CHARGER, START)
        assert (found.key, found.times, found.detail) == ("x", 1, "X from 192.0.2.7")

    def test_knocks_within_a_minute_count_once(self, tables: Engine) -> None:
        race(lambda _: inbox.note_unknown(UnknownKind.CHARGER, "x", START, "X", ""))
        inbox.note_unknown(UnknownKind.CHARGER, "x", START + 61 * SECOND, "X", "")
        (found,) = inbox.list_unknown(UnknownKind.CHARGER, START)
        assert found.times == 2

    def test_it_cannot_be_filled(self, tables: Engine) -> None:
        for number in range(40):
            inbox.note_unknown(UnknownKind.TAG, f"{number}", START, "X", "")
        assert len(inbox.list_unknown(UnknownKind.TAG, START)) <= inbox.INBOX_ROWS

    def test_an_entry_is_gone_after_a_while(self, tables: Engine) -> None:
        inbox.note_unknown(UnknownKind.TAG, "x", START, "X", "")
        assert inbox.list_unknown(UnknownKind.TAG, START + inbox.LIFE + SECOND) == []

    def test_an_entry_is_taken_out_when_it_was_registered(self, tables: Engine) -> None:
        inbox.note_unknown(UnknownKind.CHARGER, "cp-1", START, "CP-1", "")
        register()
        assert inbox.find(UnknownKind.CHARGER, "cp-1", START) is None


class TestCursor:
    def test_it_comes_back_as_it_was(self) -> None:
        key = {"charger_id": {"S": "ü"}}
        assert cursor.decode(cursor.encode(key, "a"), "a") == key

    @pytest.mark.parametrize("spoilt", ["x", "AAAA", "ü", "=", "A" * 200])
    def test_a_forged_one_is_refused(self, spoilt: str) -> None:
        with pytest.raises(Invalid) as refused:
            cursor.decode(spoilt, "a")
        assert refused.value.field == "cursor"

    def test_one_of_another_list_is_refused(self) -> None:
        text = cursor.encode({"k": {"S": "1"}}, "a")
        with pytest.raises(Invalid):
            cursor.decode(text, "b")
