"""Configuration as operators see and change it: drift, asking again, and templates."""

from datetime import timedelta
from typing import Any

import pytest

from csms.domain.charger import ChargerModel
from csms.domain.ids import ChargerId
from csms.store import charger as charger_store
from tests.integration.api.client import Client
from tests.integration.api.world import ADMIN, World, charger, created, template
from tests.integration.chargers.charger import Socket
from tests.integration.gateway import Gateway

TEMPLATES = f"{ADMIN}/configuration-templates"
INTERVAL = "MeterValueSampleInterval"


def model(charger_id: str, vendor: str = "Acme", model_name: str = "One") -> None:
    charger_store.set_about(ChargerId(charger_id), ChargerModel(vendor, model_name))


def another(admin: Client, world: World, identity: str, model_name: str = "One") -> str:
    """A further charger of a model."""
    body = charger(world.station_id, identity=identity, connector_count=1)
    charger_id = created(admin, f"{ADMIN}/chargers", body)["charger"]["charger_id"]
    model(charger_id, model_name=model_name)
    return str(charger_id)


def configuration(admin: Client, charger_id: str) -> dict[str, dict[str, Any]]:
    entries = admin.get(f"{ADMIN}/chargers/{charger_id}/configuration").json
    return {entry["key"]: entry for entry in entries}


def online(world: World, gateway: Gateway) -> Socket:
    """The charger, connected, with nothing asked of it."""
    socket = Socket(gateway, world.charger_id)
    socket.connect()
    socket.ask("Heartbeat")
    socket.answer(socket.commands()[0], {"configurationKey": []})
    gateway.posted.clear()
    return socket


class TestOneCharger:
    def test_a_wish_its_answer_and_its_drift(
        self, admin: Client, world: World, gateway: Gateway
    ) -> None:
        socket = online(world, gateway)
        path = f"{ADMIN}/chargers/{world.charger_id}"
        asked = {"action": "ChangeConfiguration", "payload": {"key": "A", "value": "2"}}
        admin.post(f"{path}/commands", asked)
        socket.answer(socket.commands()[0], {"status": "RebootRequired"})
        shown = configuration(admin, world.charger_id)["A"]
        assert (shown["desired"], shown["drift"]) == ("2", True)
        assert (shown["answer"], shown["reboot_required"]) == ("RebootRequired", True)
        socket.later(seconds=9)
        socket.ask("BootNotification", {"chargePointVendor": "Acme", "chargePointModel": "One"})
        assert not configuration(admin, world.charger_id)["A"]["reboot_required"]

        admin.now += timedelta(seconds=30)
        answer = admin.post(f"{path}/configuration/re-apply")
        assert answer.status == 202
        (outcome,) = answer.json
        assert (outcome["key"], outcome["value"], outcome["refused"]) == ("A", "2", None)
        socket.answer(socket.commands()[-1], {"status": "Accepted"})
        shown = configuration(admin, world.charger_id)["A"]
        assert (shown["value"], shown["drift"]) == ("2", False)
        trail = admin.get(f"{ADMIN}/audit", query={"subject": f"charger#{world.charger_id}"})
        changes = [entry["change"] for entry in trail.json["items"]]
        assert changes[0] == "configuration.re-applied"

    def test_a_wish_is_withdrawn(self, admin: Client, world: World) -> None:
        path = f"{ADMIN}/chargers/{world.charger_id}"
        asked = {"action": "ChangeConfiguration", "payload": {"key": "A", "value": "2"}}
        assert admin.post(f"{path}/commands", asked).status == 202
        assert admin.delete(f"{path}/configuration/A").status == 204
        assert configuration(admin, world.charger_id) == {}
        assert admin.delete(f"{path}/configuration/A").status == 404


class TestTemplates:
    def test_one_is_made_edited_and_deleted(self, admin: Client, world: World) -> None:
        made = created(admin, TEMPLATES, template(name="B", model="One"))
        path = f"{TEMPLATES}/{made['template_id']}"
        assert admin.get(path).json == made
        edit = template(name="C", settings=[{"key": "A", "value": ""}], version=1)
        admin.now += timedelta(seconds=1)
        after = admin.put(path, edit).json
        assert (after["name"], after["model"], after["version"]) == ("C", None, 2)
        names = [one["name"] for one in admin.get(TEMPLATES).json["items"]]
        assert names == ["C", "Meter values"]
        assert admin.put(path, edit).status == 409
        assert admin.delete(path, query={"version": 1}).status == 409
        admin.now += timedelta(seconds=1)
        assert admin.delete(path, query={"version": 2}).status == 204
        assert admin.get(path).status == 404
        subject = {"subject": f"configuration-template#{made['template_id']}"}
        trail = admin.get(f"{ADMIN}/audit", query=subject).json["items"]
        assert [entry["change"].rpartition(".")[2] for entry in trail] == [
            "deleted",
            "changed",
            "created",
        ]

    @pytest.mark.parametrize(
        ("settings", "field"),
        [
            ([], "body.settings"),
            ([{"key": "A", "value": "1"}, {"key": "a", "value": "2"}], "body.settings.1.key"),
            ([{"key": "AuthorizationKey", "value": "x"}], "body.settings.0.key"),
            ([{"key": "securityProfile", "value": "2"}], "body.settings.0.key"),
            ([{"key": "k" * 51, "value": "1"}], "body.settings.0.key"),
            ([{"key": "A", "value": "v" * 501}], "body.settings.0.value"),
            ([{"key": "A", "value": 1}], "body.settings.0.value"),
            ([{"key": "A"}], "body.settings.0.value"),
        ],
    )
    def test_what_none_may_hold(
        self, admin: Client, world: World, settings: object, field: str
    ) -> None:
        answer = admin.post(TEMPLATES, template(settings=settings))
        assert answer.status == 422
        fields = [answer.json.get("field"), *(e["field"] for e in answer.json.get("errors", ()))]
        assert field in fields

    def test_it_goes_to_the_chargers_of_its_model(
        self, admin: Client, world: World, gateway: Gateway
    ) -> None:
        model(world.charger_id)
        another(admin, world, "B")
        another(admin, world, "C", "Two")
        made = created(admin, TEMPLATES, template(vendor="ACME", model="one"))
        path = f"{TEMPLATES}/{made['template_id']}"
        socket = online(world, gateway)

        applied = admin.post(f"{path}/apply", {})

        assert applied.status == 202
        outcomes = {one["charger_id"]: one["keys"][0] for one in applied.json["items"]}
        states = {charger_id: key["command"]["state"] for charger_id, key in outcomes.items()}
        assert states == {"rdam 123": "sent", "b": "queued"}
        assert applied.json["next_cursor"] is None
        socket.answer(socket.commands()[0], {"status": "Accepted"})
        standing = {
            one["charger_id"]: (one["complies"], one["keys"][0]["answer"])
            for one in admin.get(f"{path}/chargers").json["items"]
        }
        assert standing == {"rdam 123": (True, "Accepted"), "b": (False, None)}
        trail = admin.get(f"{ADMIN}/audit", query={"subject": "charger#b"}).json["items"]
        assert trail[0]["after"] == {INTERVAL: "60"}
        again = admin.post(f"{path}/apply", {"charger_ids": ["RDAM 123"]}).json["items"]
        assert [(key["command"], key["refused"]) for key in again[0]["keys"]] == [(None, None)]

    def test_a_template_of_a_vendor_goes_to_all_its_models(
        self, admin: Client, world: World
    ) -> None:
        model(world.charger_id)
        another(admin, world, "C", "Two")
        path = f"{TEMPLATES}/{world.template_id}"
        found = [one["charger_id"] for one in admin.get(f"{path}/chargers").json["items"]]
        assert found == ["rdam 123", "c"]

    def test_many_chargers_are_asked_page_by_page(self, admin: Client, world: World) -> None:
        for number in range(4):
            another(admin, world, f"N{number}")
        settings = [{"key": f"K{number}", "value": "1"} for number in range(100)]
        made = created(admin, TEMPLATES, template(settings=settings))
        path = f"{TEMPLATES}/{made['template_id']}/apply"
        first = admin.post(path, {}).json
        rest = admin.post(path, {"cursor": first["next_cursor"]}).json
        asked = [one["charger_id"] for one in [*first["items"], *rest["items"]]]
        assert asked == ["n0", "n1", "n2", "n3"]
        assert all(len(one["keys"]) == 100 for one in first["items"])
        assert rest["next_cursor"] is None
        refused = admin.post(path, {"charger_ids": [f"N{n}" for n in range(4)]})
        assert (refused.status, refused.json["field"]) == (422, "body.charger_ids")

    def test_each_charger_and_key_says_why_it_was_not_asked(
        self, admin: Client, world: World, gateway: Gateway
    ) -> None:
        socket = online(world, gateway)
        admin.post(f"{ADMIN}/chargers/{world.charger_id}/commands", {"action": "GetConfiguration"})
        fixed = {"key": "Fixed", "readonly": True, "value": "1"}
        socket.answer(socket.commands()[0], {"configurationKey": [fixed]})
        settings = [{"key": "Fixed", "value": "2"}, {"key": "Free", "value": "2"}]
        made = created(admin, TEMPLATES, template(settings=settings))
        disabled = another(admin, world, "OFF")
        admin.post(f"{ADMIN}/chargers/{disabled}/disable")
        body = {"charger_ids": ["RDAM 123", "nobody", "OFF"]}
        items = admin.post(f"{TEMPLATES}/{made['template_id']}/apply", body).json["items"]
        assert [key["refused"] for key in items[0]["keys"]] == ["read-only", None]
        assert (items[1]["refused"], items[1]["keys"]) == ("not-found", [])
        assert [key["refused"] for key in items[2]["keys"]] == ["charger-disabled"] * 2
        assert configuration(admin, disabled) == {}

    def test_a_cursor_that_is_not_ours(self, admin: Client, world: World) -> None:
        path = f"{TEMPLATES}/{world.template_id}/apply"
        assert admin.post(path, {"cursor": "nonsense"}).status == 400
