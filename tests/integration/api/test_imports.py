"""Tags and chargers from tables: each line by itself, nothing unread, nothing twice."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csms.entrypoints.api.pace import BULK
from tests.integration.api.client import Answer, Client
from tests.integration.api.world import ADMIN, World

TAGS, CHARGERS = f"{ADMIN}/id-tags/import", f"{ADMIN}/chargers/import"
CSV = {"content-type": "text/csv; charset=utf-8"}


def send(admin: Client, path: str, text: str) -> Answer:
    return admin.post(path, text, headers=CSV)


def outcomes(answer: Answer) -> list[tuple[int, str, str | None]]:
    assert answer.status == 200, answer.text
    lines: list[dict[str, Any]] = answer.json
    return [(one["line"], one["outcome"], one["id"]) for one in lines]


def test_every_field_of_a_tag_can_be_imported(admin: Client, world: World) -> None:
    text = (
        "\ufeffid_tag,user_id,blocked,expires_at,parent_id_tag,concurrent_limit\r\n"
        f"CARD1,{world.user_id},true,2027-01-01T00:00:00Z,GROUP,3\r\n"
        '"CARD 2",,,,,\r\n'
    )

    assert outcomes(send(admin, TAGS, text)) == [(2, "created", "card1"), (3, "created", "card 2")]
    first = admin.get(f"{ADMIN}/id-tags/card1").json
    assert (first["user_id"], first["blocked"], first["concurrent_limit"]) == (
        world.user_id,
        True,
        3,
    )
    assert (first["expires_at"], first["parent_id_tag"]) == ("2027-01-01T00:00:00Z", "GROUP")
    assert admin.get(f"{ADMIN}/id-tags/CARD 2").json["blocked"] is False


def test_a_line_that_is_refused_holds_up_no_other(admin: Client, world: World) -> None:
    text = (
        "id_tag,user_id,concurrent_limit\n"
        "TAG,,\n"
        "A,nobody,\n"
        "B,,0\n"
        f"{'C' * 21},,\n"
        "\n"
        "D,,,surplus\n"
        ",,\n"
        "E\n"
        "e,,\n"
    )

    answer = send(admin, TAGS, text)

    assert outcomes(answer) == [
        (2, "refused", None),
        (3, "refused", None),
        (4, "refused", None),
        (5, "refused", None),
        (7, "refused", None),
        (9, "created", "e"),
        (10, "refused", None),
    ]
    messages = [one["message"] or "" for one in answer.json]
    words = ["exists", "no user", "concurrent_limit", "id_tag", "more cells", "", "exists"]
    assert [word in message for word, message in zip(words, messages, strict=True)] == [True] * 7


def test_imported_chargers_get_a_password_each_once(admin: Client, world: World) -> None:
    text = (
        "identity,name,station_id,rated_power_w,connector_count,tariff_id\n"
        f"IMP-1,First,{world.station_id},22000,2,{world.tariff_id}\n"
        f"IMP-2,,{world.station_id},11000,,\n"
        f"imp-1,,{world.station_id},11000,,\n"
        "IMP-3,,nowhere,11000,,\n"
        f"IMP-4,,{world.station_id},much,,\n"
    )

    answer = send(admin, CHARGERS, text)

    assert [one["outcome"] for one in answer.json] == ["created"] * 2 + ["refused"] * 3
    passwords = {one["access"]["password"]["text"] for one in answer.json if one["access"]}
    assert len(passwords) == 2
    first = admin.get(f"{ADMIN}/chargers/IMP-1").json
    assert (first["name"], first["tariff_id"]) == ("First", world.tariff_id)
    assert all(password not in admin.get(f"{ADMIN}/chargers").text for password in passwords)
    trail = admin.get(f"{ADMIN}/audit", query={"subject": "charger#imp-1"})
    assert [one["change"] for one in trail.json["items"]] == ["charger.registered"]
    assert all(password not in trail.text for password in passwords)


def test_a_trial_says_what_would_become_of_each_line_and_creates_nothing(
    admin: Client, world: World
) -> None:
    text = "id_tag,user_id\nTAG,\nA,nobody\nB,\nb,\nC,,surplus\nD,\n"
    before = admin.get(f"{ADMIN}/id-tags").json["items"]

    tried = admin.post(TAGS, text, headers=CSV, query={"dry_run": "true"})

    valid = [(one["line"], one["id"]) for one in tried.json if one["outcome"] == "valid"]
    refused = {one["line"]: one["message"] for one in tried.json if one["outcome"] == "refused"}
    assert valid == [(4, "b"), (7, "d")]
    assert [word in refused[line] for line, word in ((2, "exists"), (3, "no user"))] == [True] * 2
    assert ("line above" in refused[5], "more cells" in refused[6]) == (True, True)
    assert admin.get(f"{ADMIN}/id-tags").json["items"] == before
    done = admin.post(TAGS, text, headers=CSV)
    assert [one["line"] for one in done.json if one["outcome"] == "created"] == [4, 7]


def test_a_trial_of_chargers_makes_no_password(admin: Client, world: World) -> None:
    text = (
        "identity,station_id,rated_power_w\n"
        f"IMP-1,{world.station_id},22000\n"
        f"imp-1,{world.station_id},22000\n"
        f"{world.charger_id},{world.station_id},22000\n"
        f"a/b,{world.station_id},22000\n"
        "IMP-2,nowhere,22000\n"
    )
    before = admin.get(f"{ADMIN}/chargers").json["items"]

    tried = admin.post(CHARGERS, text, headers=CSV, query={"dry_run": "true"})

    assert [one["outcome"] for one in tried.json] == ["valid"] + ["refused"] * 4
    words = ["line above", "exists already", "printable", "no station"]
    assert [word in one["message"] for word, one in zip(words, tried.json[1:], strict=True)] == [
        True
    ] * 4
    assert [one["access"] for one in tried.json] == [None] * 5
    assert admin.get(f"{ADMIN}/chargers").json["items"] == before


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "column names"),
        ("\n", "column names"),
        ("id_tag,colour\nA,red\n", "columns"),
        ("id_tag,id_tag\nA,B\n", "columns"),
        ('id_tag\n"A\n', "cannot be read"),
        ("id_tag\n" + "A\n" * 501, "at most 500"),
    ],
)
def test_a_table_that_is_none_is_refused_whole(admin: Client, text: str, words: str) -> None:
    answer = send(admin, TAGS, text)

    assert (answer.status, answer.json["field"]) == (422, "body")
    assert words in answer.json["detail"]
    assert admin.get(f"{ADMIN}/id-tags").json["items"] == []


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "", "text/csvx"])
def test_what_is_not_sent_as_a_table_is_refused(admin: Client, kind: str) -> None:
    answer = admin.post(TAGS, "id_tag\nA\n", headers={"content-type": kind})

    assert (answer.status, answer.json["field"]) == (422, "body")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cells=st.lists(
        st.lists(st.text(alphabet=st.characters(codec="utf-8"), max_size=30), max_size=4),
        max_size=4,
    )
)
def test_no_table_breaks_anything(admin: Client, cells: list[list[str]]) -> None:
    text = "id_tag,blocked,expires_at\n" + "\n".join(",".join(row) for row in cells)

    admin.now += BULK.every
    assert send(admin, TAGS, text).status in (200, 422)
