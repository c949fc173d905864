"""Cursors of other lists, ids of every character, numbers without end, two who edit at once."""

import base64
import json
import unicodedata
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csms.store import cursor
from tests.integration.api.client import Client
from tests.integration.api.routes import COMMAND
from tests.integration.api.world import (
    ADMIN,
    World,
    charger,
    created,
    running,
    station,
    tariff,
    template,
)

RELAXED = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
LISTS: Mapping[str, Mapping[str, str]] = {
    f"{ADMIN}/stations": {},
    f"{ADMIN}/tariffs": {},
    f"{ADMIN}/chargers": {},
    f"{ADMIN}/chargers?station": {"station_id": "{station_id}"},
    f"{ADMIN}/chargers?offline": {"reachability": "offline"},
    f"{ADMIN}/id-tags": {},
    f"{ADMIN}/id-tags?user": {"user_id": "{user_id}"},
    f"{ADMIN}/users": {},
    f"{ADMIN}/transactions": {},
    f"{ADMIN}/transactions?charger": {"charger_id": "{charger_id}"},
    f"{ADMIN}/transactions?user": {"user_id": "{user_id}"},
    f"{ADMIN}/transactions?station": {"station_id": "{station_id}"},
    f"{ADMIN}/transactions?state": {"state": "RUNNING"},
    f"{ADMIN}/audit?actor": {"actor": "{actor}"},
    f"{ADMIN}/audit?subject": {"subject": "charger#{charger_id}"},
    f"{ADMIN}/users/{{user_id}}/wallet/ledger": {},
    f"{ADMIN}/exports": {},
    f"{ADMIN}/reports/stations": {},
    f"{ADMIN}/reports/users/{{user_id}}": {},
}
SAME_LIST = (
    {f"{ADMIN}/stations", f"{ADMIN}/reports/stations"},
    {
        f"{ADMIN}/transactions?user",
        f"{ADMIN}/reports/users/{{user_id}}",
    },
)
"""Reports walk the lists that they are made of; their cursors say no more than those."""


@pytest.fixture
def cursors(admin: Client, world: World) -> Mapping[str, tuple[str, dict[str, str], str]]:
    """List → its path, its query, and a cursor of it; each list has more than one item."""
    actor = admin.get(f"{ADMIN}/users", query={"email": "operator@example.com"}).json["items"][0]
    created(admin, f"{ADMIN}/stations", station())
    created(admin, f"{ADMIN}/tariffs", tariff())
    created(admin, f"{ADMIN}/chargers", charger(world.station_id, identity="SECOND"))
    created(admin, f"{ADMIN}/id-tags", {"id_tag": "T2", "user_id": world.user_id})
    for _ in range(2):
        running(world.station_id, world.charger_id, world.user_id)
        admin.post(f"{ADMIN}/exports", {"kind": "ledger"})
    for number in range(2):
        headers = {"Idempotency-Key": f"more-{number}"}
        path = f"{ADMIN}/users/{world.user_id}/wallet/top-up"
        created(admin, path, {"amount_minor": 1}, headers)
    admin.post(f"{ADMIN}/chargers/{world.charger_id}/disable")
    names = {**vars(world), "actor": actor["user_id"]}
    found = {}
    for name, query in LISTS.items():
        path = name.partition("?")[0].format(**names)
        asked = {key: value.format(**names) for key, value in query.items()}
        answer = admin.get(path, query={**asked, "limit": 1})
        assert answer.json["next_cursor"], name
        found[name] = (path, asked, answer.json["next_cursor"])
    return found


def test_a_cursor_is_good_for_its_own_list_alone(
    admin: Client, cursors: Mapping[str, tuple[str, dict[str, str], str]]
) -> None:
    for name, (path, query, own) in cursors.items():
        assert admin.get(path, query={**query, "limit": 1, "cursor": own}).status == 200
        for other, (_, _, foreign) in cursors.items():
            if other == name or any({name, other} <= same for same in SAME_LIST):
                continue
            answer = admin.get(path, query={**query, "cursor": foreign})
            assert (answer.status, answer.json.get("field")) == (400, "cursor"), (name, other)


def test_a_cursor_that_was_changed_anywhere_is_refused(
    admin: Client, cursors: Mapping[str, tuple[str, dict[str, str], str]]
) -> None:
    for path, query, good in cursors.values():
        raw = bytearray(base64.urlsafe_b64decode(good + "=" * (-len(good) % 4)))
        for place in (0, cursor.SIGNATURE_BYTES - 1, cursor.SIGNATURE_BYTES, len(raw) - 1):
            changed = bytes(raw[:place]) + bytes([raw[place] ^ 1]) + bytes(raw[place + 1 :])
            for text in (changed, changed[:-1], changed + b"}"):
                bad = base64.urlsafe_b64encode(text).decode().rstrip("=")
                assert admin.get(path, query={**query, "cursor": bad}).status == 400


def test_a_cursor_whose_row_is_gone_goes_on_after_its_place(admin: Client, world: World) -> None:
    for name in ("A1", "A2", "A3"):
        created(admin, f"{ADMIN}/stations", station(name=name))
    query = {"prefix": "a", "limit": 1}
    first = admin.get(f"{ADMIN}/stations", query=query).json
    admin.delete(f"{ADMIN}/stations/{first['items'][0]['station_id']}")

    second = admin.get(f"{ADMIN}/stations", query={**query, "cursor": first["next_cursor"]}).json

    assert [one["name"] for one in second["items"]] == ["A2"]


ALLOWED = [chr(code) for code in range(0x20, 0x7F) if chr(code) != "/"]
FORBIDDEN = ["/", *(chr(code) for code in (*range(0x20), 0x7F, 0x80, 0x9F, 0xA0, 0x2028, 0xFFFE))]


def test_an_identity_may_have_any_of_these_characters(admin: Client, world: World) -> None:
    for character in ALLOWED:
        identity = f"A{character}B"
        made = admin.post(f"{ADMIN}/chargers", charger(world.station_id, identity=identity))
        assert made.status == 201, (character, made.text)
        assert admin.get(f"{ADMIN}/chargers/{identity}").json["identity"] == identity
        assert admin.delete(f"{ADMIN}/chargers/{identity}").status == 204


def test_an_identity_has_none_of_these_characters(admin: Client, world: World) -> None:
    for character in FORBIDDEN:
        body = charger(world.station_id, identity=f"A{character}B")
        assert admin.post(f"{ADMIN}/chargers", body).status == 422, character


NUMBERS = st.one_of(
    st.integers(-(10**30), 10**30),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from([-1, 0, 2**31, 2**53, 2**53 + 1, 2**63, 1e308, -0.0, 1e-320]),
)
BODIES: Mapping[str, dict[str, Any]] = {
    "stations": station(),
    "tariffs": tariff(session_fee_minor=0, minute_rate_micro=0, idle_grace_s=0, tax_rate_micro=0),
    "configuration-templates": template(),
}


@RELAXED
@given(data=st.data(), area=st.sampled_from(sorted(BODIES)), number=NUMBERS)
def test_no_number_of_any_field_breaks_anything(
    admin: Client, data: st.DataObject, area: str, number: float
) -> None:
    body = BODIES[area]
    field = data.draw(st.sampled_from(sorted(body)))

    answer = admin.post(f"{ADMIN}/{area}", json.dumps({**body, field: number}))

    assert answer.status in (201, 422), answer.text


@RELAXED
@given(number=NUMBERS)
def test_no_number_of_a_path_or_an_amount_breaks_anything(
    admin: Client, world: World, number: float
) -> None:
    wallet = f"{ADMIN}/users/{world.other_id}/wallet"
    for path in (
        f"{ADMIN}/transactions/{number}",
        f"{ADMIN}/transactions/{number}/receipt",
        f"/api/chargers/{world.charger_id}/connectors/{number}",
    ):
        assert admin.get(path).status in (200, 404, 409, 422), path
    key = {"Idempotency-Key": f"k{number}"}
    admin.now += timedelta(minutes=2)
    for name in ("top-up", "adjust"):
        body = json.dumps({"amount_minor": number, "note": "n"})
        assert admin.post(f"{wallet}/{name}", body, headers=key).status in (201, 409, 422)


@pytest.mark.parametrize(
    "name",
    ["日本語の駅", "محطة", "e\u0301", "👩‍🔧", "\U0001d518", "\u202eabc", "ﬃ", "İ", "a" * 120],
)
def test_names_in_any_script_come_back_composed(admin: Client, name: str) -> None:
    made = admin.post(f"{ADMIN}/stations", station(name=name))

    assert made.status == 201, made.text
    found = admin.get(f"{ADMIN}/stations/{made.json['station_id']}").json
    assert found["name"] == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "multipart/form-data", "x"])
@pytest.mark.parametrize("area", ["chargers/{charger_id}/commands", "tariffs", "exports"])
def test_json_of_another_type_is_refused(admin: Client, world: World, area: str, kind: str) -> None:
    path = f"{ADMIN}/{area.format(**vars(world))}"

    assert admin.post(path, COMMAND, headers={"content-type": kind}).status == 422


def test_the_second_of_two_edits_is_told_to_read_again(admin: Client, world: World) -> None:
    edits: Mapping[str, dict[str, Any]] = {
        f"stations/{world.station_id}": station(),
        f"tariffs/{world.tariff_id}": tariff(),
        f"id-tags/{world.id_tag}": {"blocked": True},
        f"configuration-templates/{world.template_id}": template(),
        f"chargers/{world.charger_id}": {
            "name": "N",
            "station_id": world.station_id,
            "rated_power_w": 1,
        },
    }
    for path, body in edits.items():
        versioned = {**body, "version": 1}
        statuses = [admin.put(f"{ADMIN}/{path}", versioned).status for _ in range(2)]
        gone = admin.put(f"{ADMIN}/{path}-gone", versioned).status

        assert (statuses, gone) == ([200, 409], 404), path
