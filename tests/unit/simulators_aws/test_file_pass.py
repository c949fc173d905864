"""Who reaches a file: URLs of the product at the door of one machine and at the cloud's."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csms import file_door
from csms.domain.errors import Invalid
from csms.domain.file_key import safe_name
from csms.settings import SETTINGS
from simulators.aws.file_pass import Admitted, Refusal, examine
from simulators.aws.intrinsics import Resolver, load_yaml

TEMPLATE = Path(__file__).parents[3] / "template.yaml"
NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
FOLDER = "uploads/0123456789abcdef/8222074800123-0192f0a1b2c3-0a1b2c3d4e5f"
DIRECTORY = file_door.directory_url(FOLDER, NOW + timedelta(hours=1), 50).removeprefix(
    SETTINGS.files_url
)
READ = file_door.download_url("exports/1/books-2026.csv", NOW).removeprefix(SETTINGS.files_url)
WRITE = file_door.upload_url("firmware/f1/image.bin", NOW, timedelta(hours=1), 200).removeprefix(
    SETTINGS.files_url
)
DRIVER = """
const events = JSON.parse(require('fs').readFileSync(0, 'utf8'));
console.log(JSON.stringify(events.map(({ now, request }) => {
  Date.now = () => now;
  return handler({ request });
})));
"""


@dataclass(frozen=True)
class Ask:
    """A request, and what must become of it: a key of the bucket, or a status."""

    method: str
    path: str
    outcome: str | int
    headers: dict[str, str] = field(default_factory=lambda: {"content-length": "10"})
    now: datetime = NOW


def with_token(url: str, old: str, new: str) -> str:
    """The URL with something else in its token."""
    assert old in url
    return url.replace(old, new, 1)


def last_of_token_changed(url: str) -> str:
    head, _, name = url.rpartition("/")
    return f"{head[:-1]}{'A' if head[-1] != 'A' else 'B'}/{name}"


ASKS = [
    Ask("PUT", DIRECTORY + "log.txt", f"{FOLDER}/log.txt"),
    Ask("PUT", DIRECTORY + "/log.txt", f"{FOLDER}/log.txt"),
    Ask("PUT", DIRECTORY, f"{FOLDER}/unnamed"),
    Ask("PUT", DIRECTORY.rstrip("/"), f"{FOLDER}/unnamed"),
    Ask("PUT", DIRECTORY + "a%20b+c%2B%C3%A9.zip", f"{FOLDER}/a_b_c___.zip"),
    Ask("PUT", DIRECTORY + "%41.txt", f"{FOLDER}/A.txt"),
    Ask("PUT", DIRECTORY + "a%00b%0d%0ac", f"{FOLDER}/a_b__c"),
    Ask("PUT", DIRECTORY + "..%2F..%2Fother", f"{FOLDER}/.._.._other"),
    Ask("PUT", DIRECTORY + "x" * 128, f"{FOLDER}/{'x' * 128}"),
    Ask("PUT", DIRECTORY + "x" * 129, 400),
    Ask("PUT", DIRECTORY + "..", 400),
    Ask("PUT", DIRECTORY + "%2e%2E", 400),
    Ask("PUT", DIRECTORY + "../other/log.txt", 400),
    Ask("PUT", DIRECTORY + "below/log.txt", 400),
    Ask("PUT", DIRECTORY + "log%2", 400),
    Ask("PUT", DIRECTORY + "log%zz", 400),
    Ask("PUT", with_token(DIRECTORY, "0123456789abcdef", "fedcba9876543210") + "log.txt", 403),
    Ask("PUT", with_token(DIRECTORY, ".50.", ".5000.") + "log.txt", 403),
    Ask("PUT", with_token(DIRECTORY, "/f/d.", "/f/p.") + "log.txt", 403),
    Ask("GET", with_token(DIRECTORY, "/f/d.", "/f/g.") + "log.txt", 403),
    Ask("PUT", with_token(DIRECTORY, "/f/d.1", "/f/d.2") + "log.txt", 403),
    Ask("PUT", last_of_token_changed(DIRECTORY) + "log.txt", 403),
    Ask("PUT", DIRECTORY[:-2] + "/log.txt", 403),
    Ask("PUT", DIRECTORY + "log.txt", 403, now=NOW + timedelta(hours=1)),
    Ask("PUT", DIRECTORY + "log.txt", f"{FOLDER}/log.txt", now=NOW + timedelta(minutes=59)),
    Ask("GET", DIRECTORY + "log.txt", 405),
    Ask("POST", DIRECTORY + "log.txt", 405),
    Ask("DELETE", DIRECTORY + "log.txt", 405),
    Ask("PUT", DIRECTORY + "log.txt", 411, headers={}),
    Ask("PUT", DIRECTORY + "log.txt", 411, headers={"transfer-encoding": "chunked"}),
    Ask("PUT", DIRECTORY + "log.txt", 413, headers={"content-length": "50000001"}),
    Ask("PUT", DIRECTORY + "log.txt", 413, headers={"content-length": "many"}),
    Ask("PUT", DIRECTORY + "l", f"{FOLDER}/l", headers={"content-length": "50000000"}),
    Ask("GET", READ, "exports/1/books-2026.csv", headers={}),
    Ask("HEAD", READ, 405, headers={}),
    Ask("PUT", READ, 405),
    Ask("GET", READ.replace("books-2026", "books-2025"), 403, headers={}),
    Ask("GET", READ.rpartition("/")[0] + "/", 400, headers={}),
    Ask("GET", READ, 403, headers={}, now=NOW + file_door.DOWNLOAD_LIFE),
    Ask("PUT", WRITE, "firmware/f1/image.bin"),
    Ask("GET", WRITE, 405),
    Ask("PUT", WRITE.replace("image.bin", "other.bin"), 403),
    Ask("GET", "/f/", 403),
    Ask("GET", "/f//x", 403),
    Ask("GET", "/f/token/x", 403),
    Ask("GET", "/f/......./x", 403),
    Ask("GET", "/f/g.99999999999.0.exports.1./x", 403),
    Ask("GET", "/f/" + "a" * 400 + "/x", 400),
    Ask("GET", "/other/x", 403),
]


def in_the_cloud(asks: Sequence[Ask]) -> list[dict[str, Any]]:
    """What template.yaml's function returns for each, run by Node."""
    document = load_yaml(TEMPLATE.read_text(encoding="utf-8"))
    code = Resolver(document, {"FilesSecret": SETTINGS.files_secret}).resolve(
        document["Resources"]["FilePassFunction"]["Properties"]["FunctionCode"]
    )
    events = [
        {
            "now": ask.now.timestamp() * 1000,
            "request": {
                "method": ask.method,
                "uri": ask.path,
                "querystring": {"acl": {"value": ""}},
                "headers": {
                    name: {"value": text}
                    for name, text in {**ask.headers, "x-amz-acl": "public-read"}.items()
                },
            },
        }
        for ask in asks
    ]
    found = subprocess.run(
        ["node", "-e", code + DRIVER],  # noqa: S607 - a prerequisite of the project
        input=json.dumps(events),
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    )
    answers: list[dict[str, Any]] = json.loads(found.stdout)
    return answers


def status_or_key(answer: dict[str, Any]) -> str | int:
    status, uri = answer.get("statusCode"), answer.get("uri", "/")
    return int(status) if status else str(uri[1:])


def here(ask: Ask) -> str | int:
    """What one machine's door says."""
    secret = SETTINGS.files_secret
    found = examine(ask.method, ask.path, ask.headers, secret, ask.now.timestamp())
    return found.status if isinstance(found, Refusal) else found.key


def test_the_door_of_one_machine_admits_what_was_signed_and_nothing_else() -> None:
    assert {(ask.method, ask.path, here(ask)) for ask in ASKS} == {
        (ask.method, ask.path, ask.outcome) for ask in ASKS
    }


def test_the_door_of_the_cloud_says_the_same() -> None:
    answers = in_the_cloud(ASKS)
    assert [status_or_key(answer) for answer in answers] == [ask.outcome for ask in ASKS]


def test_nothing_but_the_file_reaches_the_bucket() -> None:
    (request,) = in_the_cloud([Ask("PUT", DIRECTORY + "log.txt", "")])
    assert request["querystring"] == {}
    assert request["headers"] == {"content-length": {"value": "10"}}


def test_a_page_of_another_origin_may_ask_first() -> None:
    (answer,) = in_the_cloud([Ask("OPTIONS", WRITE, 204)])
    assert answer["statusCode"] == 204
    assert answer["headers"]["access-control-allow-methods"]["value"] == "GET, PUT"


@given(st.lists(st.text(alphabet="/.%aZ2eEfF0_-~ \x7fé+", max_size=20), min_size=1, max_size=50))
def test_no_name_leads_out_of_the_folder(names: list[str]) -> None:
    asks = [Ask("PUT", DIRECTORY + name, "") for name in names]
    for ask in asks:
        found = examine(ask.method, ask.path, ask.headers, SETTINGS.files_secret, NOW.timestamp())
        if isinstance(found, Admitted):
            folder, _, name = found.key.rpartition("/")
            assert folder == FOLDER
            assert name not in ("", ".", "..")


def test_a_url_without_its_secret_is_nothing() -> None:
    found = examine("GET", READ, {}, "another", NOW.timestamp())
    assert found == Refusal(403)


def test_urls_are_far_shorter_than_ocpp_allows() -> None:
    host = "https://" + "d" * 63 + ".cloudfront.example.net"
    assert len(host + DIRECTORY + "x" * 128) < 400


@pytest.mark.parametrize(("name", "safe"), [(" a b.bin ", "a_b.bin"), ("ä/ö", "___"), ("v1", "v1")])
def test_a_name_of_somebody_becomes_one_of_ours(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@pytest.mark.parametrize("name", ["", " ", ".", "..", "x" * 129])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(Invalid):
        safe_name(name)


@pytest.mark.parametrize("key", ["x", "/x", "a/../b", "a/b c", "a//b", "a.b/c", "a/"])
def test_no_url_is_made_for_a_key_that_is_none(key: str) -> None:
    with pytest.raises(ValueError, match="no key of the file door"):
        file_door.upload_url(key, NOW, timedelta(hours=1), 1)
