"""The inboxes of unknown chargers and tags: one step to register what turned up."""

from collections.abc import Mapping
from datetime import timedelta

import pytest

from csms.domain.ids import ChargerId, fold_tag
from csms.domain.unknown import UnknownKind
from csms.services.charging import authorization
from csms.store import inbox
from functions.charger_authorizer import handler as charger_authorizer
from tests.integration.api.client import Answer, Client
from tests.integration.api.world import ADMIN, World
from tests.integration.chargers.charger import Socket
from tests.integration.events import CONTEXT, START, basic, handshake
from tests.integration.gateway import Gateway
from tests.integration.store.race import race

CHARGERS = f"{ADMIN}/unknown-chargers"
TAGS = f"{ADMIN}/unknown-id-tags"


def knock(identity: str = "New 1") -> None:
    """A charger dials that nobody registered."""
    charger_authorizer.handler(handshake(f"/ocpp/{identity.replace(' ', '%20')}", None), CONTEXT)


def register(
    admin: Client, world: World, key: str = "new 1", body: Mapping[str, object] | None = None
) -> Answer:
    sent = {"station_id": world.station_id, "rated_power_w": 22_000, **(body or {})}
    return admin.post(f"{CHARGERS}/{key}/register", sent)


class TestChargers:
    def test_one_step_from_knocking_to_connecting(
        self, admin: Client, world: World, gateway: Gateway
    ) -> None:
        knock()
        (shown,) = admin.get(CHARGERS).json
        assert (shown["key"], shown["as_sent"], shown["times"]) == ("new 1", "New 1", 1)

        answer = register(admin, world)

        assert answer.status == 201
        assert answer.headers["location"] == "/api/admin/chargers/new%201"
        made = answer.json
        assert (made["charger"]["identity"], made["charger"]["name"]) == ("New 1", "New 1")
        assert admin.get(CHARGERS).json == []
        password = made["access"]["password"]["text"]
        event = handshake("/ocpp/New%201", basic("New 1", password))
        context = charger_authorizer.handler(event, CONTEXT)["context"]
        assert isinstance(context, dict)
        assert context["charger_id"] == "new 1"
        socket = Socket(gateway, "new 1")
        assert socket.connect()["statusCode"] == 200
        trail = admin.get(f"{ADMIN}/audit", query={"subject": "charger#new 1"}).json["items"]
        assert [entry["change"] for entry in trail] == ["charger.registered"]
        assert password not in str(trail)

    def test_what_the_operator_knows_of_it(self, admin: Client, world: World) -> None:
        knock()
        body = {"name": "Hall", "rated_power_w": 150_000, "connector_count": 2}
        body |= {"security_profile": 2}
        charger = register(admin, world, body=body | {"pending": True}).json["charger"]
        assert {name: charger[name] for name in body} == body
        assert charger["registration"] == "Pending"

    def test_its_power_bounds_bills_and_is_never_assumed(self, admin: Client, world: World) -> None:
        knock()
        answer = admin.post(f"{CHARGERS}/new 1/register", {"station_id": world.station_id})
        assert answer.status == 422
        (error,) = answer.json["errors"]
        assert (error["field"], error["code"]) == ("body.rated_power_w", "missing")

    def test_the_same_again_is_a_conflict_that_says_what_to_do(
        self, admin: Client, world: World
    ) -> None:
        knock()
        assert register(admin, world).status == 201
        again = register(admin, world)
        assert again.status == 409
        assert "re-key" in again.json["detail"]

    def test_one_that_was_registered_meanwhile_leaves_the_inbox(
        self, admin: Client, world: World
    ) -> None:
        inbox.note_unknown(UnknownKind.CHARGER, world.charger_id, START, "RDAM 123", "")
        assert register(admin, world, world.charger_id).status == 409
        assert admin.get(CHARGERS).json == []

    def test_one_that_never_knocked(self, admin: Client, world: World) -> None:
        assert register(admin, world, "nobody").status == 404

    def test_one_that_knocked_long_ago(self, admin: Client, world: World) -> None:
        knock()
        admin.now = START + timedelta(days=31)
        assert register(admin, world).status == 404

    @pytest.mark.parametrize(
        ("body", "field"),
        [
            ({"station_id": "nowhere"}, "body.station_id"),
            ({"rated_power_w": 0}, "body.rated_power_w"),
            ({"connector_count": 51}, "body.connector_count"),
            ({"tariff_id": "none"}, "body.tariff_id"),
            ({"identity": "OTHER"}, "body.identity"),
        ],
    )
    def test_what_is_wrong_registers_nothing(
        self, admin: Client, world: World, body: dict[str, object], field: str
    ) -> None:
        knock()
        answer = register(admin, world, body=body)
        assert answer.status == 422
        fields = [answer.json.get("field"), *(e["field"] for e in answer.json.get("errors", ()))]
        assert field in fields
        assert [one["key"] for one in admin.get(CHARGERS).json] == ["new 1"]

    def test_one_of_many_operators_registers_it(self, admin: Client, world: World) -> None:
        knock()
        answers = race(lambda _: register(admin, world).status)
        assert sorted(set(answers)) == [201, 409]
        assert answers.count(201) == 1


class TestTags:
    def present(self, id_tag: str = "Card-7") -> None:
        authorization.note_unknown(id_tag, ChargerId("rdam 123"), START)

    def test_one_step_from_presenting_to_charging(self, admin: Client, world: World) -> None:
        self.present()
        (shown,) = admin.get(TAGS).json
        assert (shown["key"], shown["as_sent"]) == ("card-7", "Card-7")
        answer = admin.post(f"{TAGS}/card-7/register", {"user_id": world.user_id})
        assert answer.status == 201
        assert (answer.json["id_tag"], answer.json["user_id"]) == ("Card-7", world.user_id)
        assert admin.get(TAGS).json == []
        assert admin.post(f"{TAGS}/CARD-7/register", {}).status == 409

    def test_one_that_nobody_presented(self, admin: Client, world: World) -> None:
        assert admin.post(f"{TAGS}/other/register", {}).status == 404

    def test_one_that_no_protocol_allows_cannot_be_registered(
        self, admin: Client, world: World
    ) -> None:
        long = "x" * 25
        self.present(long)
        answer = admin.post(f"{TAGS}/{long}/register", {})
        assert (answer.status, answer.json["field"]) == (422, "path.id_tag")

    def test_one_is_dismissed_until_it_comes_again(self, admin: Client, world: World) -> None:
        self.present()
        assert admin.delete(f"{TAGS}/Card-7").status == 204
        assert admin.get(TAGS).json == []
        self.present()
        assert [one["key"] for one in admin.get(TAGS).json] == [fold_tag("Card-7")]
