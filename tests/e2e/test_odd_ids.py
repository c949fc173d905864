"""Ids of every character through real sockets and requests, percent-encoded as clients do it."""

from __future__ import annotations

import dataclasses
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from websockets.exceptions import InvalidMessage, InvalidStatus

from tests.e2e.operator import Operator, Place
from tests.e2e.socket_charger import dialled, minutes_ago
from tests.e2e.system import System

SIGNS = "".join(chr(code) for code in range(0x21, 0x7F) if not chr(code).isalnum())
IDENTITIES = {
    "every sign": "A" + SIGNS.replace("/", "") + "Z",
    "a space": "RDAM 123",
    "an encoded slash, literally": "A%2FB",
    "encoded once already": "A%20B",
    "dots that begin": "..A",
    "an umlaut": "Säule",
    "a decomposed letter": "Cafe\u0301",
    "ideographs": "充電器一号",
    "an emoji": "Wall🔌",
    "of another direction": "محطة",
    "48 characters": "x" * 48,
}
NO_IDENTITIES = {
    "a slash": "A/B",
    "NUL": "A\x00B",
    "a line break": "A\nB",
    "DEL": "A\x7fB",
    "a C1 control": "A\x85B",
    "a hard space": "A\xa0B",
    "a line separator": "A\u2028B",
    "no character": "A\ufffeB",
    "no joiner": "A\u200dB",
    "49 characters": "x" * 49,
    "one dot": ".",
    "two dots": "..",
}
CONTROLS = {
    NO_IDENTITIES[name] for name in ("NUL", "a line break", "DEL", "a C1 control", "no character")
}
TAGS = {
    "every sign": [SIGNS[start : start + 20] for start in range(0, len(SIGNS), 20)],
    "a slash": ["A/B", "/", "A//B", "../B"],
    "a space": ["A B"],
    "encoded already": ["A%2FB", "%00"],
    "of other scripts": ["Säule", "充電", "Cafe\u0301"],
    "an emoji": ["🔌"],
    "20 characters": ["x" * 20],
}
NO_TAGS = {
    "NUL": "A\x00B",
    "a line break": "A\nB",
    "DEL": "A\x7f",
    "a C1 control": "A\x85B",
    "no character": "A\ufffe",
    "21 characters": "x" * 21,
    "nothing but spaces": "  ",
    "one dot": ".",
    "two dots": "..",
}


class Http:
    """Requests whose paths reach the system as they are written here."""

    def __init__(self, system: System) -> None:
        self._headers = {"Authorization": f"Bearer {system.token('admin')}"}
        self._base = system.base_url

    def ask(self, method: str, path: str, body: object = None, **query: str) -> httpx.Response:
        """One request; the path is not changed on its way."""
        return httpx.request(
            method,
            httpx.URL(self._base).copy_with(raw_path=_raw(path, query)),
            json=body,
            headers=self._headers,
            timeout=30,
        )


def _raw(path: str, query: dict[str, str]) -> bytes:
    words = "&".join(f"{name}={quote(value, safe='')}" for name, value in query.items())
    return f"{path}?{words}".encode() if words else path.encode()


def encoded(text: str) -> str:
    """An id as a part of a path, every sign of it encoded."""
    return "".join(f"%{byte:02X}" for byte in text.encode())


@pytest.fixture
def place(system: System) -> Place:
    return Operator(system).register()


@pytest.fixture
def http(system: System) -> Http:
    return Http(system)


@pytest.fixture
def station_id(http: Http, place: Place) -> str:
    path = f"/api/admin/chargers/{encoded(place.charger_id)}"
    found: dict[str, Any] = http.ask("GET", path).json()
    return str(found["station_id"])


@pytest.mark.parametrize("identity", IDENTITIES.values(), ids=IDENTITIES)
def test_a_charger_of_any_allowed_identity_is_registered_dials_and_is_found(
    system: System, http: Http, place: Place, station_id: str, identity: str
) -> None:
    body = {"identity": identity, "station_id": station_id, "rated_power_w": 22_000}
    made = http.ask("POST", "/api/admin/chargers", body)
    assert made.status_code == 201, made.text
    charger_id = made.json()["charger"]["charger_id"]
    password = made.json()["access"]["password"]["text"]
    own = dataclasses.replace(place, identity=identity, password=password, charger_id=charger_id)

    with dialled(system, own) as charger:
        charger.boot()
        number = charger.start(own, 1_000, minutes_ago(5))
        path = f"/api/admin/chargers/{encoded(charger_id)}"
        shown = http.ask("GET", path)
        listed = http.ask("GET", "/api/admin/transactions", charger_id=charger_id)
        public = http.ask("GET", f"/api/chargers/{encoded(identity)}/connectors/1")
        running = http.ask("DELETE", path)

    assert (shown.status_code, shown.json()["connected"]) == (200, True)
    assert [one["transaction_id"] for one in listed.json()["items"]] == [number]
    assert (public.status_code, public.json()["charger_id"]) == (200, charger_id)
    assert running.status_code == 409
    assert made.headers["location"] == f"/api/admin/chargers/{quote(charger_id, safe='')}"
    assert http.ask("GET", made.headers["location"]).status_code == 200


@pytest.mark.parametrize("identity", NO_IDENTITIES.values(), ids=NO_IDENTITIES)
def test_what_cannot_be_an_identity_is_none_anywhere(
    system: System, http: Http, place: Place, station_id: str, identity: str
) -> None:
    body = {"identity": identity, "station_id": station_id, "rated_power_w": 22_000}
    made = http.ask("POST", "/api/admin/chargers", body)
    shown = http.ask("GET", f"/api/admin/chargers/{encoded(identity)}")
    listed = http.ask("GET", "/api/admin/transactions", charger_id=identity)
    log = http.ask("GET", f"/api/logs/{encoded(identity)}")

    assert (made.status_code, made.json()["field"]) == (422, "body.identity")
    filtered = 422 if identity in CONTROLS else 404
    assert (shown.status_code, listed.status_code, log.status_code) == (404, filtered, 404)
    with (
        pytest.raises((InvalidStatus, InvalidMessage)) as refused,
        dialled(system, dataclasses.replace(place, identity=identity)),
    ):
        pass
    if isinstance(refused.value, InvalidStatus):
        assert refused.value.response.status_code in (400, 401, 403, 404)


def test_an_identity_beyond_all_bounds_is_refused(http: Http) -> None:
    assert http.ask("GET", f"/api/admin/chargers/{'x' * 201}").status_code == 422
    assert http.ask("GET", f"/api/admin/chargers/{'x' * 7000}").status_code == 422


@pytest.mark.parametrize("tags", TAGS.values(), ids=TAGS)
def test_a_tag_of_any_allowed_characters_is_registered_changed_used_and_deleted(
    system: System, http: Http, place: Place, tags: list[str]
) -> None:
    for tag in tags:
        body = {"id_tag": tag, "user_id": place.user_id}
        made = http.ask("POST", "/api/admin/id-tags", body)
        assert made.status_code == 201, made.text
        path = f"/api/admin/id-tags/{encoded(tag)}"
        shown = http.ask("GET", path)
        assert (shown.status_code, shown.json()["id_tag"]) == (200, made.json()["id_tag"])
        with dialled(system, place) as charger:
            said = charger.call("Authorize", {"idTag": tag})
        assert said["idTagInfo"]["status"] == "Accepted", tag
        assert http.ask("GET", made.headers["location"]).status_code == 200
        changed = http.ask("PUT", path, {"version": 1, "blocked": True})
        assert (changed.status_code, changed.json()["blocked"]) == (200, True)
        assert http.ask("DELETE", path).status_code == 204
        assert http.ask("GET", path).status_code == 404


@pytest.mark.parametrize("tag", NO_TAGS.values(), ids=NO_TAGS)
def test_what_cannot_be_a_tag_is_none(http: Http, tag: str) -> None:
    made = http.ask("POST", "/api/admin/id-tags", {"id_tag": tag})

    assert (made.status_code, made.json()["field"]) == (422, "body.id_tag")
    assert http.ask("GET", f"/api/admin/id-tags/{encoded(tag)}").status_code == 404


def test_an_unknown_tag_with_a_slash_leaves_the_inbox(
    system: System, http: Http, place: Place
) -> None:
    for tag in ("IN/BOX", "IN/BOX/2"):
        with dialled(system, place) as charger:
            said = charger.call("Authorize", {"idTag": tag})
        assert said["idTagInfo"]["status"] == "Invalid"
    inbox = "/api/admin/unknown-id-tags"

    made = http.ask("POST", f"{inbox}/{encoded('IN/BOX')}/register", {})
    gone = http.ask("DELETE", f"{inbox}/{encoded('IN/BOX/2')}")

    assert (made.status_code, gone.status_code) == (201, 204)
    left = {one["as_sent"] for one in http.ask("GET", inbox).json()}
    assert left.isdisjoint({"IN/BOX", "IN/BOX/2"})


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/admin/users/%00", 422),
        ("/api/admin/users/%F0%9F%94%8C", 404),
        ("/api/admin/users/" + "x" * 65, 422),
        ("/api/admin/users/..%2Fstations", 404),
        ("/api/admin/stations/%2e%2e", 404),
        ("/api/admin/stations/%FF", 404),
        ("/api/admin/stations/%", 404),
        ("/api/admin/stations/%ZZ", 404),
        ("/api/admin/transactions/%39%39999", 404),
        ("/api/admin/transactions/1.5", 422),
        ("/api/admin/transactions/%EF%BC%91", 422),
        ("/api/admin/transactions/-1", 422),
        ("/api/admin/transactions/99999999999999999999", 422),
        ("/api/admin/exports/%0A", 422),
        ("/api/admin/chargers/x/commands/%00", 422),
        ("/users/%00", 422),
        ("/users/..%2F..%2Fapi", 404),
        ("/api/stations/%00", 422),
        ("/api/stations?prefix=%00", 200),
        ("/api/stations?prefix=%F0%9F%94%8C", 200),
        ("/api/stations?prefix=%FF", 200),
        ("/api/stations?prefix=" + "x" * 81, 422),
        ("/api/stations?cursor=%00", 400),
        ("/api/stations?bbox=%00", 422),
        ("/api/admin/users?email=%00", 200),
        ("/api/admin/audit?subject=%00", 422),
        ("/api/admin/transactions?user_id=%F0%9F%94%8C", 200),
        ("/api/admin/transactions?station_id=..", 200),
        ("/api/admin/transactions?station_id=%00", 422),
    ],
)
def test_odd_ids_in_paths_and_queries_have_exact_answers(
    http: Http, path: str, status: int
) -> None:
    answer = http.ask("GET", path)

    assert answer.status_code == status, answer.text
    if status >= 400:
        assert answer.headers["content-type"] == "application/problem+json"
