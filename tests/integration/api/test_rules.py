"""What holds on every route: errors, limits, cursors, validators, odd input."""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from functions.admin_api.handler import handler as admin_handler
from functions.user_api.handler import handler
from tests.engine import Engine
from tests.integration.api import tokens
from tests.integration.api.client import Client
from tests.integration.api.world import ADMIN, World, created, station, tariff

STATIONS = f"{ADMIN}/stations"
LISTS = [
    STATIONS,
    f"{ADMIN}/chargers",
    f"{ADMIN}/transactions",
    f"{ADMIN}/tariffs",
    f"{ADMIN}/id-tags",
    f"{ADMIN}/users",
    "/api/charge-points",
]
RELAXED = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.mark.parametrize("path", ["/api/logs", f"{ADMIN}/transactions"])
def test_a_time_that_ends_before_it_begins_is_refused(admin: Client, path: str) -> None:
    query = {"since": "2026-03-02T00:00:00Z", "until": "2026-03-01T00:00:00Z"}

    answer = admin.get(path, query=query)

    assert (answer.status, answer.json["field"]) == (422, "query.until")


def test_a_time_at_the_end_of_time_is_refused(admin: Client) -> None:
    answer = admin.get(f"{ADMIN}/transactions", query={"since": "0001-01-01T00:00:00+14:00"})

    assert (answer.status, answer.json["field"]) == (422, "query.since")


def test_an_operator_cannot_lock_themselves_out(admin: Client) -> None:
    own = admin.get("/api/admin/users").json["items"][0]["user_id"]

    answer = admin.post(f"{ADMIN}/users/{own}/deactivate")

    assert (answer.status, answer.json["reason"]) == (409, "self")


def test_an_error_is_a_problem_document_with_the_gateways_request_id(admin: Client) -> None:
    answer = admin.get(f"{STATIONS}/nothing")

    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-request-id"] == "request-1"
    assert answer.json == {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "detail": "station 'nothing' does not exist",
        "request_id": "request-1",
    }


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/api",
        "/api/admin",
        "/api/admin/nothing",
        "/docs",
        "/openapi.json",
        f"{STATIONS}/",
        f"{STATIONS}/a/b",
    ],
)
def test_a_path_that_is_not_there_is_a_problem_too(admin: Client, path: str) -> None:
    answer = admin.get(path)

    assert (answer.status, answer.json["status"]) == (404, 404)


def test_a_method_that_is_not_there_is_405(admin: Client) -> None:
    answer = admin.send("PATCH", STATIONS)

    assert (answer.status, answer.json["title"]) == (405, "Method Not Allowed")
    assert "GET" in answer.headers["allow"]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "{",
        "[]",
        "null",
        "1",
        '"x"',
        '{"name": NaN}',
        "\x00",
        '{"name": "\\ud800"}',
        '{"\\ud800": 1}',
        "[" * 5000 + "]" * 5000,
        '{"latitude": 1' + "0" * 5000 + "}",
    ],
)
def test_a_body_that_is_not_understood_is_the_senders_fault(admin: Client, body: str) -> None:
    answer = admin.post(STATIONS, body)

    assert answer.status in (400, 422)
    assert answer.json["request_id"] == "request-1"


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "multipart/form-data", "x", ""])
def test_a_body_of_another_type_is_refused(admin: Client, kind: str) -> None:
    answer = admin.post(STATIONS, station(), headers={"content-type": kind})

    assert answer.status == 422


def test_a_body_that_is_too_large_is_413(admin: Client) -> None:
    answer = admin.post(STATIONS, station(name="x" * 300_000))

    assert answer.status == 413
    assert answer.headers["content-type"] == "application/problem+json"


def test_every_wrong_field_is_listed(admin: Client) -> None:
    answer = admin.post(STATIONS, {"name": 1, "latitude": 100, "surprise": True})

    fields = {one["field"] for one in answer.json["errors"]}
    assert {"body.name", "body.latitude", "body.address", "body.surprise"} <= fields


def test_an_error_never_repeats_what_was_sent(admin: Client, world: World) -> None:
    path = f"{ADMIN}/chargers/{world.charger_id}/commands"
    secret = {"key": "AuthorizationKey", "value": "hunter2hunter2"}

    answer = admin.post(path, {"action": "ChangeConfiguration", "payload": secret})

    assert answer.status == 422
    assert "hunter2" not in answer.text


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("limit", ["0", "201", "-1", "x", "1.5", "9" * 400])
def test_a_page_has_1_to_200_items(admin: Client, path: str, limit: str) -> None:
    answer = admin.get(path, query={"limit": limit})

    assert (answer.status, answer.json["field"]) == (422, "query.limit")


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("cursor", ["x", "AAAA", "🔌", "%00", "A" * 2048, "=", "eyJhIjoxfQ"])
def test_a_cursor_that_is_not_ours_is_400(admin: Client, path: str, cursor: str) -> None:
    answer = admin.get(path, query={"cursor": cursor})

    assert (answer.status, answer.json["field"]) == (400, "cursor")


@RELAXED
@given(place=st.integers(0, 200), letter=st.sampled_from("ABCxyz019-_"))
def test_a_cursor_with_one_letter_changed_is_400_or_the_same(
    admin: Client, place: int, letter: str
) -> None:
    for name in ("a", "b", "c")[: max(0, 2 - len(admin.get(STATIONS).json["items"]))]:
        created(admin, STATIONS, station(name=name))
    good = admin.get(STATIONS, query={"limit": 1}).json["next_cursor"]
    place %= len(good)
    changed = good[:place] + letter + good[place + 1 :]

    answer = admin.get(STATIONS, query={"limit": 1, "cursor": changed})

    assert answer.status == (200 if changed == good else 400) or place == len(good) - 1


def test_what_has_not_changed_is_304_without_a_body(admin: Client, world: World) -> None:
    path = f"{STATIONS}/{world.station_id}"
    first = admin.get(path)

    same = admin.get(path, headers={"If-None-Match": f'W/"other", {first.headers["etag"]}'})
    body = {**station(name="Changed"), "version": 1}
    admin.put(path, body)
    changed = admin.get(path, headers={"If-None-Match": first.headers["etag"]})

    assert (same.status, same.text) == (304, "")
    assert same.headers["etag"] == first.headers["etag"]
    assert changed.status == 200
    assert changed.headers["etag"] != first.headers["etag"]


def test_an_answer_to_a_post_is_never_kept(admin: Client) -> None:
    answer = admin.post(f"{ADMIN}/tariffs", tariff())

    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers


def test_errors_are_not_304(admin: Client) -> None:
    answer = admin.get(f"{STATIONS}/nothing", headers={"If-None-Match": "*"})

    assert answer.status == 404


TEXT = st.text(min_size=1, max_size=60)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)


@RELAXED
@given(part=TEXT)
def test_no_part_of_a_path_breaks_anything(admin: Client, part: str) -> None:
    for path in (
        f"{STATIONS}/{part}",
        f"{ADMIN}/chargers/{part}",
        f"{ADMIN}/chargers/{part}/commands/{part}",
        f"{ADMIN}/id-tags/{part}",
        f"{ADMIN}/transactions/{part}",
        f"{ADMIN}/users/{part}/wallet",
        f"/api/logs/{part}",
    ):
        assert admin.get(path).status in (200, 404, 422), path


@RELAXED
@given(name=st.sampled_from(["name", "latitude", "time_zone", "tariff_id"]), value=JSON)
def test_no_value_of_a_field_breaks_anything(admin: Client, name: str, value: object) -> None:
    body = json.dumps(station(**{name: value}))

    assert admin.post(STATIONS, body).status in (201, 400, 422)


@RELAXED
@given(payload=st.dictionaries(TEXT, JSON, max_size=4))
def test_no_payload_of_a_command_breaks_anything(admin: Client, payload: dict[str, Any]) -> None:
    body = json.dumps({"action": "TriggerMessage", "payload": payload})

    answer = admin.post(f"{ADMIN}/chargers/nobody/commands", body)

    assert answer.status in (400, 404, 422)


@RELAXED
@given(
    query=st.dictionaries(
        st.sampled_from(
            [
                "since",
                "until",
                "station_id",
                "charger_id",
                "user_id",
                "state",
                "limit",
                "cursor",
                "x",
            ]
        ),
        TEXT,
        max_size=3,
    )
)
def test_no_query_breaks_anything(admin: Client, query: dict[str, str]) -> None:
    assert admin.get(f"{ADMIN}/transactions", query=query).status in (200, 400, 404, 422)


@RELAXED
@given(name=TEXT)
def test_a_tag_in_any_letters_is_stored_or_refused(admin: Client, name: str) -> None:
    answer = admin.post(f"{ADMIN}/id-tags", json.dumps({"id_tag": name}))

    assert answer.status in (201, 409, 422)
    if answer.status == 201:
        assert answer.json["id_tag"] == answer.json["id_tag"].strip()


def test_a_person_appears_once_however_many_first_requests_come(
    driver: Client, tables: Engine
) -> None:
    for _ in range(3):
        driver.get("/auth/profile")

    assert len(list(tables.rows("csms-user"))) == 1


def test_sixteen_first_requests_at_once_make_one_person(
    user_function: Client, tables: Engine
) -> None:
    clients = [Client(handler) for _ in range(16)]
    newcomer = tokens.token("newcomer")
    with ThreadPoolExecutor(16) as threads:
        answers = list(threads.map(lambda one: one.get("/auth/profile", token=newcomer), clients))
    for client in clients:
        client.close()

    assert {answer.status for answer in answers} == {200}
    assert len({answer.json["user_id"] for answer in answers}) == 1
    assert len(list(tables.rows("csms-user"))) == 1


def test_of_sixteen_edits_at_once_one_is_made(admin: Client, world: World) -> None:
    clients = [Client(admin_handler) for _ in range(16)]
    for client in clients:
        client.token = admin.token
    path = f"{STATIONS}/{world.station_id}"
    bodies = [{**station(name=f"Edit {number}"), "version": 1} for number in range(16)]
    with ThreadPoolExecutor(16) as threads:
        answers = list(threads.map(lambda one, body: one.put(path, body), clients, bodies))
    for client in clients:
        client.close()

    assert sorted(answer.status for answer in answers) == [200] + [409] * 15
    (made,) = [answer for answer in answers if answer.status == 200]
    assert admin.get(path).json["name"] == made.json["name"]


def test_a_person_follows_their_token(driver: Client) -> None:
    before = driver.get("/auth/profile").json
    renamed = tokens.token("driver", "ADMIN", name="New Name", email=None)

    after = driver.get("/auth/profile", token=renamed).json

    assert (before["role"], after["role"]) == ("USER", "ADMIN")
    assert (after["name"], after["email"]) == ("New Name", "driver@example.com")
    assert after["user_id"] == before["user_id"]


def test_a_person_is_found_by_e_mail_in_any_case(admin: Client, world: World) -> None:
    found = admin.get(f"{ADMIN}/users", query={"email": "DRIVER@example.com"}).json["items"]

    assert [user["user_id"] for user in found] == [world.user_id]


def test_a_person_who_was_let_in_again_can_sign_in(
    admin: Client, driver: Client, world: World
) -> None:
    admin.post(f"{ADMIN}/users/{world.user_id}/deactivate")
    shut = driver.get("/auth/profile")
    admin.post(f"{ADMIN}/users/{world.user_id}/activate")

    assert (shut.status, driver.get("/auth/profile").status) == (403, 200)


def test_a_token_with_the_other_algorithm_is_good_too(driver: Client) -> None:
    assert driver.get("/auth/profile", token=tokens.ec_token()).status == 200


OF_A_PERSON = (
    "",
    "/transactions",
    "/transactions/1/receipt",
    "/wallet",
    "/wallet/ledger",
    "/id-tags",
    "/charging-sessions",
    "/charging-sessions/x",
)


@pytest.mark.parametrize("path", OF_A_PERSON)
@pytest.mark.parametrize(("user_id", "status"), [("nobody", 404), ("x" * 65, 422), ("\x00", 422)])
def test_an_operator_finds_nothing_of_nobody(
    driver: Client, path: str, user_id: str, status: int
) -> None:
    operator = tokens.token("operator", "ADMIN")

    assert driver.get(f"/users/{user_id}{path}", token=operator).status == status


def test_nobody_pays_in_for_somebody_who_is_not_there(driver: Client) -> None:
    operator = tokens.token("operator", "ADMIN")
    headers = {"Idempotency-Key": "k"}

    path = "/users/nobody/wallet/card-top-ups"
    answer = driver.post(path, {"amount_minor": 500}, headers=headers, token=operator)

    assert answer.status == 404


@pytest.mark.parametrize(
    ("method", "path", "body", "words"),
    [
        ("GET", "/api/admin/nothing", None, "nothing at this path"),
        ("PATCH", STATIONS, None, "does not take this method"),
        ("POST", STATIONS, "x" * 262_145, "262144 bytes"),
        ("GET", f"{STATIONS}/nothing", None, "station 'nothing' does not exist"),
    ],
)
def test_what_no_route_answers_says_what_to_do(
    admin: Client, method: str, path: str, body: str | None, words: str
) -> None:
    assert words in admin.send(method, path, body).json["detail"]
