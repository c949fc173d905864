"""What is wanted of a configuration: the four answers, drift, pages, and asking again."""

from typing import Any

import pytest

from csms.domain.command import CommandState
from csms.domain.configuration import ConfigurationEntry, Setting
from csms.domain.errors import NotFound, Refused
from csms.domain.ids import ChargerId
from csms.ocpp16.configuration_keys import STANDARD_KEYS
from csms.services.chargers import wishes
from csms.services.chargers.wishes import KeyOutcome
from csms.store import configuration
from tests.integration.chargers.asking import CHARGER, ask, knows, sweep, told
from tests.integration.chargers.charger import BOOT, Socket, register

INTERVAL = "MeterValueSampleInterval"


def entry(key: str = INTERVAL) -> ConfigurationEntry:
    found = configuration.find(CHARGER, key)
    assert found is not None
    return found


def change(socket: Socket, word: str, value: str = "60") -> ConfigurationEntry:
    told(socket, {"status": word}, "ChangeConfiguration", key=INTERVAL, value=value)
    return entry()


def report(*keys: str, value: str = "1", readonly: bool = False) -> dict[str, Any]:
    return {"configurationKey": [{"key": k, "readonly": readonly, "value": value} for k in keys]}


class TestTheFourAnswers:
    @pytest.fixture(autouse=True)
    def _known(self, socket: Socket) -> None:
        knows(socket, **{INTERVAL: "30"})

    def test_accepted_is_what_the_charger_has(self, socket: Socket) -> None:
        after = change(socket, "Accepted")
        assert (after.value, after.desired, after.answer) == ("60", "60", "Accepted")
        assert not after.has_drifted

    def test_reboot_required_is_kept_until_it_boots(self, socket: Socket) -> None:
        after = change(socket, "RebootRequired")
        assert (after.value, after.has_drifted) == ("30", True)
        assert after.needs_reboot(socket.row.booted_at)
        socket.later(minutes=5).ask("Heartbeat")
        assert entry().needs_reboot(socket.row.booted_at)
        socket.later(seconds=1).ask("BootNotification", BOOT)
        assert not entry().needs_reboot(socket.row.booted_at)

    def test_a_value_that_holds_at_once_needs_no_boot_any_more(self, socket: Socket) -> None:
        change(socket, "RebootRequired")
        after = change(socket.later(seconds=1), "Accepted", "90")
        assert not after.needs_reboot(None)
        assert after.value == "90"

    def test_rejected_leaves_the_difference_to_be_seen(self, socket: Socket) -> None:
        after = change(socket, "Rejected")
        assert (after.value, after.desired, after.answer) == ("30", "60", "Rejected")
        assert after.has_drifted
        assert after.known

    def test_not_supported_says_that_there_is_no_such_key(self, socket: Socket) -> None:
        after = change(socket, "NotSupported")
        assert (after.answer, after.known) == ("NotSupported", False)

    def test_an_error_is_kept_as_its_code(self, socket: Socket) -> None:
        ask(socket, "ChangeConfiguration", key=INTERVAL, value="60")
        socket.send([4, socket.commands()[-1][1], "InternalError", "", {}])
        assert (entry().value, entry().answer) == ("30", "InternalError")

    def test_silence_leaves_the_wish_without_an_answer(self, socket: Socket) -> None:
        ask(socket, "ChangeConfiguration", key=INTERVAL, value="60")
        sweep(socket.later(seconds=31))
        assert (entry().value, entry().answer, entry().has_drifted) == ("30", None, True)

    def test_a_new_wish_waits_for_a_new_answer(self, socket: Socket) -> None:
        change(socket, "Rejected")
        ask(socket, "ChangeConfiguration", key=INTERVAL, value="61")
        assert (entry().desired, entry().answer) == ("61", None)


def test_a_refused_change_is_no_wish(socket: Socket) -> None:
    told(socket, report(INTERVAL, readonly=True), "GetConfiguration")
    with pytest.raises(Refused):
        ask(socket, "ChangeConfiguration", key=INTERVAL, value="60")
    assert entry().desired is None


class TestPages:
    """§5.8: asked for everything, a charger may still stop at what it can tell at once."""

    def asked(self, socket: Socket) -> list[list[str]]:
        return [frame[3].get("key", []) for frame in socket.commands()]

    def test_one_that_tells_all_is_not_asked_again(self, socket: Socket) -> None:
        keys = ["GetConfigurationMaxKeys", "A", "B"]
        told(socket, report(*keys, value="50"), "GetConfiguration")
        assert self.asked(socket) == [[]]

    def test_one_that_stops_at_its_limit_is_asked_for_the_rest_in_pages(
        self, socket: Socket
    ) -> None:
        first = {"GetConfigurationMaxKeys": "3", "A": "1", "B": "2"}
        entries = [{"key": k, "readonly": False, "value": v} for k, v in first.items()]
        told(socket, {"configurationKey": entries}, "GetConfiguration")
        number = 1
        while len(socket.commands()) > number:
            page = socket.commands()[number][3]["key"]
            assert 1 <= len(page) <= 3
            known = [k for k in page if k != "CpoName"]
            unknown = [k for k in page if k == "CpoName"]
            socket.answer(socket.commands()[number], {**report(*known), "unknownKey": unknown})
            number += 1
        asked = [key for page in self.asked(socket) for key in page]
        assert len(asked) == len(set(asked))
        assert set(asked) == set(STANDARD_KEYS) - {"GetConfigurationMaxKeys"}
        kept = {one.key: one for one in configuration.list_configuration(CHARGER)}
        assert set(kept) == set(STANDARD_KEYS) | {"A", "B"}
        assert not kept["CpoName"].known

    def test_what_it_told_before_is_asked_for_by_name(self, socket: Socket) -> None:
        told(socket, report("A", "B", "C"), "GetConfiguration")
        told(socket, report("A", "C"), "GetConfiguration")
        assert self.asked(socket)[-1] == ["B"]
        socket.answer(socket.commands()[-1], {"unknownKey": ["B"]})
        assert not entry("B").known
        told(socket, report("A", "C"), "GetConfiguration")
        assert self.asked(socket)[-1] == []

    def test_one_that_tells_nothing_unless_asked_by_name(self, socket: Socket) -> None:
        told(socket, {}, "GetConfiguration")
        pages = self.asked(socket)
        assert pages[0] == []
        assert 0 < len(pages[1]) <= 25
        assert set(pages[1]) < set(STANDARD_KEYS)

    def test_a_question_by_name_is_not_a_question_for_all(self, socket: Socket) -> None:
        told(socket, report("A"), "GetConfiguration", key=["A", "B"])
        assert len(socket.commands()) == 1


class TestManyWishes:
    def want(self, socket: Socket, **values: str) -> list[KeyOutcome]:
        settings = [Setting(key, value) for key, value in values.items()]
        return list(wishes.want(CHARGER, settings, "admin", socket.now))

    def test_each_key_has_its_outcome_and_they_go_out_in_order(self, socket: Socket) -> None:
        told(socket, report("Fixed", readonly=True), "GetConfiguration", key=["Fixed"])
        knows(socket, Same="true", Other="1")
        before = len(socket.commands())
        outcomes = self.want(
            socket, Z="1", Fixed="2", Same="True", Other="2", A="3", AuthorizationKey="x"
        )
        asked = {one.setting.key: one.command for one in outcomes if one.command is not None}
        refused = {one.setting.key: one.refusal for one in outcomes if one.refusal is not None}
        assert list(asked) == ["Z", "Other", "A"]
        assert list(refused) == ["Fixed", "AuthorizationKey"]
        for number in range(3):
            socket.answer(socket.commands()[before + number], {"status": "Accepted"})
        sent = [(f[3]["key"], f[3]["value"]) for f in socket.commands()[before:]]
        assert sent == [("Z", "1"), ("Other", "2"), ("A", "3")]
        assert entry("Same").desired == "True"

    def test_one_that_may_not_be_asked_keeps_no_wish(self, socket: Socket) -> None:
        register("CP-2")
        with pytest.raises(NotFound):
            wishes.want(ChargerId("cp-9"), [Setting("A", "1")], "admin", socket.now)
        assert configuration.list_configuration(ChargerId("cp-9")) == []

    def test_what_drifted_is_asked_for_again_and_nothing_else(self, socket: Socket) -> None:
        self.want(socket, A="1", B="2")
        for number in range(2):
            socket.answer(socket.commands()[number], {"status": "Accepted"})
        told(socket, report("A", "B"), "GetConfiguration", key=["A", "B"])
        before = len(socket.commands())
        assert wishes.drifted(CHARGER) == [Setting("B", "2")]
        wishes.want(CHARGER, wishes.drifted(CHARGER), "admin", socket.later(seconds=1).now)
        assert [frame[3] for frame in socket.commands()[before:]] == [{"key": "B", "value": "2"}]
        socket.answer(socket.commands()[-1], {"status": "Accepted"})
        assert wishes.drifted(CHARGER) == []

    def test_a_wish_that_is_withdrawn_drifts_no_more(self, socket: Socket) -> None:
        knows(socket, A="1")
        change_of_a = told(
            socket, {"status": "Rejected"}, "ChangeConfiguration", key="A", value="2"
        )
        assert change_of_a.state is CommandState.REJECTED
        wishes.forget(CHARGER, "a")
        assert (entry("A").value, entry("A").desired, entry("A").answer) == ("1", None, None)
        with pytest.raises(NotFound):
            wishes.forget(CHARGER, "A")

    def test_a_withdrawn_wish_of_a_key_that_was_never_told_leaves_nothing(
        self, socket: Socket
    ) -> None:
        ask(socket, "ChangeConfiguration", key="Never", value="1")
        wishes.forget(CHARGER, "Never")
        assert configuration.find(CHARGER, "Never") is None
        socket.answer(socket.commands()[-1], {"status": "Accepted"})
        assert configuration.find(CHARGER, "Never") is None
