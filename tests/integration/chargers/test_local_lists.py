"""Local lists: made of the tags that people hold, in parts that the charger can take."""

import json
from typing import Any

import pytest

from csms.domain.errors import Refused
from csms.domain.id_tag import IdTag
from csms.domain.ids import fold_tag
from csms.domain.local_list import ListState, LocalList
from csms.services.chargers import local_lists
from csms.store import id_tag
from csms.store import local_list as lists
from tests.integration.chargers.asking import CHARGER, knows, sweep, told
from tests.integration.chargers.charger import Socket, status
from tests.integration.events import START
from tests.integration.gateway import Gateway


def tags(count: int) -> None:
    for number in range(count):
        name = f"Tag{number:03d}"
        id_tag.create(IdTag(fold_tag(name), name, None), START)


def send(socket: Socket, *answers: str) -> list[dict[str, Any]]:
    """Send the list to a charger that answers so; the payloads that it got."""
    before = len(socket.commands())
    local_lists.send_all(CHARGER, "admin", socket.now)
    for answer in answers:
        socket.answer(socket.commands()[-1], {"status": answer})
    return [frame[3] for frame in socket.commands()[before:]]


def held() -> LocalList:
    return lists.find(CHARGER)


def test_a_short_list_goes_out_whole(socket: Socket) -> None:
    tags(2)

    (payload,) = send(socket, "Accepted")

    assert list(payload) == ["listVersion", "localAuthorizationList", "updateType"]
    assert payload == {
        "listVersion": 1,
        "updateType": "Full",
        "localAuthorizationList": [
            {"idTag": "Tag000", "idTagInfo": {"status": "Accepted"}},
            {"idTag": "Tag001", "idTagInfo": {"status": "Accepted"}},
        ],
    }
    assert (held().state, held().held_version) == (ListState.HELD, 1)


def test_a_long_list_goes_out_in_parts_each_after_the_other(socket: Socket) -> None:
    tags(5)
    knows(socket, SendLocalListMaxLength="2")

    payloads = send(socket, "Accepted", "Accepted", "Accepted")

    parts = [(p["updateType"], p["listVersion"]) for p in payloads]
    assert parts == [("Full", 1), ("Differential", 2), ("Differential", 3)]
    sent = [entry["idTag"] for p in payloads for entry in p["localAuthorizationList"]]
    assert sent == [f"Tag{number:03d}" for number in range(5)]
    assert (held().state, held().held_version) == (ListState.HELD, 3)


@pytest.mark.parametrize("word", ["Failed", "VersionMismatch"])
def test_a_part_that_did_not_arrive_begins_the_list_anew(socket: Socket, word: str) -> None:
    tags(3)
    knows(socket, SendLocalListMaxLength="2")

    payloads = send(socket, "Accepted", word, "Accepted", "Accepted")

    kinds = [p["updateType"] for p in payloads]
    assert kinds == ["Full", "Differential", "Full", "Differential"]
    assert [p["listVersion"] for p in payloads] == [1, 2, 3, 4]
    assert held().state is ListState.HELD


def test_a_charger_that_always_fails_is_given_up(socket: Socket) -> None:
    tags(1)

    payloads = send(socket, "Failed", "Failed", "Failed")

    assert len(payloads) == 3
    assert held().state is ListState.FAILED


def test_a_charger_without_a_list_is_shown_as_such(socket: Socket) -> None:
    send(socket, "NotSupported")
    assert held().state is ListState.NOT_OFFERED


def test_more_tags_than_the_charger_holds_are_refused(socket: Socket) -> None:
    tags(3)
    knows(socket, LocalAuthListMaxLength="2")
    with pytest.raises(Refused) as refused:
        send(socket)
    assert refused.value.reason == "list-too-long"


def test_changes_tell_of_tags_that_are_no_more(socket: Socket) -> None:
    tags(1)
    changed = [fold_tag("Tag000"), fold_tag("GONE")]

    local_lists.send_changes(CHARGER, changed, "admin", socket.now)
    (frame,) = socket.commands()
    socket.answer(frame, {"status": "Accepted"})

    assert frame[3]["updateType"] == "Differential"
    assert frame[3]["localAuthorizationList"] == [
        {"idTag": "Tag000", "idTagInfo": {"status": "Accepted"}},
        {"idTag": "gone"},
    ]
    assert held().state is ListState.HELD


@pytest.mark.parametrize(
    ("version", "state", "known"),
    [(-1, ListState.NOT_OFFERED, None), (0, ListState.UNKNOWN, 0), (9, ListState.UNKNOWN, 9)],
)
def test_what_the_charger_says_it_has(
    socket: Socket, version: int, state: ListState, known: int | None
) -> None:
    told(socket, {"listVersion": version}, "GetLocalListVersion")
    assert (held().state, held().held_version) == (state, known)


def test_versions_go_on_from_the_charger_s_own(socket: Socket) -> None:
    told(socket, {"listVersion": 9}, "GetLocalListVersion")
    assert send(socket, "Accepted")[0]["listVersion"] == 10


def test_a_conflict_sends_the_list_again(socket: Socket) -> None:
    send(socket, "Accepted")
    conflict = {**status(0, "Available"), "errorCode": "LocalListConflict"}

    socket.ask("StatusNotification", conflict)

    assert socket.commands()[-1][3]["updateType"] == "Full"
    assert held().state is ListState.SENDING


def test_a_late_answer_to_an_older_part_changes_nothing(socket: Socket) -> None:
    local_lists.send_all(CHARGER, "admin", socket.now)
    local_lists.send_all(CHARGER, "admin", socket.later(milliseconds=1).now)
    socket.answer(socket.commands()[0], {"status": "Failed"})
    assert [frame[3]["listVersion"] for frame in socket.commands()] == [1, 2]
    socket.answer(socket.commands()[1], {"status": "Accepted"})
    assert (held().state, held().held_version) == (ListState.HELD, 2)


class TestSilence:
    """A part whose fate is unknown is sent again: the charger has the same tags either way."""

    def test_a_part_that_timed_out_is_sent_again_and_the_rest_follows(self, socket: Socket) -> None:
        tags(3)
        knows(socket, SendLocalListMaxLength="2")
        first, second = send(socket, "Accepted")
        sweep(socket.later(seconds=61))
        assert held().state is ListState.SENDING
        socket.ask("Heartbeat")
        again = socket.commands()[-1][3]
        assert again == {**second, "listVersion": second["listVersion"] + 1}
        socket.answer(socket.commands()[-1], {"status": "Accepted"})
        assert (held().state, held().held_version) == (ListState.HELD, 3)
        assert first["updateType"] == "Full"

    def test_a_charger_that_is_never_heard_of_is_given_up(self, socket: Socket) -> None:
        tags(1)
        send(socket)
        for _ in range(3):
            sweep(socket.later(seconds=61))
            socket.ask("Heartbeat")
        assert held().state is ListState.FAILED
        assert [frame[3]["listVersion"] for frame in socket.commands()] == [1, 2, 3]
        assert socket.row.slot_command_id is None

    def test_a_reconnect_in_between_sends_it_again(self, socket: Socket, gateway: Gateway) -> None:
        tags(1)
        (lost,) = send(socket)
        back = Socket(gateway, connected_at=socket.later(seconds=5).now)
        back.connect()
        assert back.commands() == []
        back.ask("Heartbeat")
        (again,) = back.commands()
        assert again[3] == {**lost, "listVersion": 2}
        back.answer(again, {"status": "Accepted"})
        assert held().state is ListState.HELD

    def test_one_that_never_went_out_has_failed(self, socket: Socket) -> None:
        tags(1)
        socket.disconnect()
        send(socket)
        sweep(socket.later(hours=25))
        assert held().state is ListState.FAILED

    def test_a_late_silence_of_an_older_part_changes_nothing(self, socket: Socket) -> None:
        send(socket)
        send(socket.later(seconds=1))
        sweep(socket.later(seconds=61))
        versions = [frame[3]["listVersion"] for frame in socket.commands()]
        assert versions == [1, 2]


def test_five_thousand_tags_reach_a_charger_that_takes_a_hundred(socket: Socket) -> None:
    many(5_000)
    knows(socket, SendLocalListMaxLength="100")
    local_lists.send_all(CHARGER, "admin", socket.now)
    payloads: list[dict[str, Any]] = []
    while len(socket.commands()) > len(payloads) + 1:
        frame = socket.commands()[len(payloads) + 1]
        payloads.append(frame[3])
        socket.answer(frame, {"status": "Accepted"})
    assert len(payloads) == 50
    assert [p["listVersion"] for p in payloads] == list(range(1, 51))
    assert [p["updateType"] for p in payloads] == ["Full"] + ["Differential"] * 49
    sent = [entry["idTag"] for p in payloads for entry in p["localAuthorizationList"]]
    assert len(sent) == len(set(sent)) == 5_000
    assert (held().state, held().held_version) == (ListState.HELD, 50)


def test_no_part_is_longer_than_a_message(socket: Socket) -> None:
    """Five hundred entries of the longest kind, all of them four bytes to a character."""
    wide = "\U0001f50c" * 20
    for number in range(600):
        name = f"{number:03d}{wide}"[:20]
        id_tag.create(IdTag(fold_tag(name), name, None, parent_id_tag=wide), START)
    payloads = send(socket, *["Accepted"] * 4)
    assert sum(len(p["localAuthorizationList"]) for p in payloads) == 600
    assert all(len(json.dumps(p, ensure_ascii=False).encode()) <= 128 * 1024 for p in payloads)
    assert held().state is ListState.HELD


def many(count: int) -> None:
    """Tags, written in batches: one by one takes longer than what is tested."""
    with id_tag.IdTagRow.batch_write() as batch:
        for number in range(count):
            name = f"Tag{number:05d}"
            batch.save(
                id_tag.IdTagRow(
                    fold_tag(name),
                    id_tag=name,
                    list_shard=id_tag.LIST,
                    concurrent_limit=1,
                    version=1,
                )
            )
