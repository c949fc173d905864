"""Who may dial in, by which door, with which key."""

import dataclasses
import itertools
from datetime import timedelta
from typing import Any

import pytest

from csms.domain.charger import Charger, Credentials, SecurityProfile
from csms.domain.ids import ChargerId
from csms.domain.unknown import UnknownKind
from csms.entrypoints.ocpp.authorizer import Unauthorized
from csms.services.chargers import passwords
from csms.store import charger as chargers
from csms.store import inbox
from functions.charger_authorizer import handler as charger_authorizer
from functions.charger_connect import handler as charger_connect
from tests.engine import Engine
from tests.integration import events
from tests.integration.chargers.charger import register
from tests.integration.events import CONTEXT, START, basic, handshake

CHARGER = ChargerId("cp-1")
PATH = "/ocpp/CP-1"


def authorize(event: dict[str, Any]) -> dict[str, Any]:
    answer: dict[str, Any] = charger_authorizer.handler(event, CONTEXT)
    return answer


def effect(answer: dict[str, Any]) -> object:
    return answer["policyDocument"]["Statement"][0]["Effect"]


def assert_refused(event: dict[str, Any]) -> None:
    """The gateway makes a 401 of exactly this text."""
    with pytest.raises(Unauthorized, match=r"^Unauthorized$"):
        authorize(event)


def set_credentials(**changes: object) -> Credentials:
    charger = chargers.get(CHARGER)
    changed = dataclasses.replace(charger.credentials, **changes)  # type: ignore[arg-type] # fields
    assert chargers.replace_credentials(CHARGER, charger.credentials, changed)
    return changed


@pytest.fixture
def password(tables: Engine) -> str:
    return register()[1]


def test_the_right_key_lets_a_charger_in(password: str) -> None:
    answer = authorize(handshake(PATH, basic("CP-1", password)))
    assert effect(answer) == "Allow"
    assert answer["context"] == {
        "charger_id": "cp-1",
        "door": "wss",
        "assume_ocpp16": "1",
        "promoted": "0",
    }


@pytest.mark.parametrize(
    "path", ["/ocpp/cp-1", "/CP-1", "/a/b/c/Cp-1", "/ocpp/%43P-1", "/ocpp/CP-1/"]
)
def test_an_identity_is_the_last_segment_in_any_spelling(password: str, path: str) -> None:
    assert effect(authorize(handshake(path, basic("CP-1", password)))) == "Allow"


@pytest.mark.parametrize("identity", ["RDAM 123", "a|b", "1.2.3", "DE*ABC:01", "Straße-Ü"])
def test_identities_of_the_field_dial_in(tables: Engine, identity: str) -> None:
    _, password = register(identity)
    answer = authorize(handshake(f"/ocpp/{_quoted(identity)}", basic(identity, password)))
    assert effect(answer) == "Allow"


def _quoted(identity: str) -> str:
    return "".join(f"%{byte:02X}" for byte in identity.encode())


def test_the_key_may_come_as_hex(password: str) -> None:
    assert effect(authorize(handshake(PATH, basic("CP-1", password.encode().hex())))) == "Allow"
    upper = password.encode().hex().upper()
    assert effect(authorize(handshake(PATH, basic("CP-1", upper)))) == "Allow"


@pytest.mark.parametrize(
    "authorization",
    [
        None,
        "",
        "Basic",
        "Basic !!!",
        "Bearer x",
        basic("CP-1", "wrong"),
        basic("CP-1", ""),
        basic("CP-1", b"\xff\x00"),
        basic("CP-2", "wrong"),
        "Basic " + "A" * 20_000,
    ],
)
def test_anything_else_is_refused(password: str, authorization: str | None) -> None:
    assert_refused(handshake(PATH, authorization))


def test_the_right_key_under_another_name_is_refused(password: str) -> None:
    assert_refused(handshake(PATH, basic("CP-2", password)))


def test_a_failed_try_is_counted_on_the_charger(password: str) -> None:
    for _ in range(2):
        assert_refused(handshake(PATH, basic("CP-1", "wrong")))
    (found,) = chargers.page(CHARGER).findings
    assert (found.code, found.count) == ("authentication-failed", 2)


def test_an_unknown_charger_is_refused_as_not_found_and_kept(tables: Engine) -> None:
    answer = authorize(handshake("/ocpp/NEW-1", basic("NEW-1", "x")))
    assert answer["context"] == {"refusal": "404"}
    event = events.connect(None, "C1=", refusal="404")
    assert charger_connect.handler(event, CONTEXT) == {"statusCode": 404}
    (found,) = inbox.list_unknown(UnknownKind.CHARGER, START)
    assert (found.key, found.detail) == ("new-1", "NEW-1 from 192.0.2.7")


def test_the_place_of_who_did_not_come_for_days_is_another_s(tables: Engine) -> None:
    names = (f"NEW-{number}" for number in itertools.count())
    first, second = next(
        (one, other)
        for one, other in itertools.pairwise(sorted(itertools.islice(names, 3000), key=_place))
        if _place(one) == _place(other)
    )
    authorize(handshake(f"/ocpp/{first}"))
    authorize(handshake(f"/ocpp/{second}", now=START + timedelta(hours=1)))
    later = START + timedelta(days=2)
    assert [one.as_sent for one in inbox.list_unknown(UnknownKind.CHARGER, later)] == [first]
    authorize(handshake(f"/ocpp/{second}", now=later))
    assert [one.as_sent for one in inbox.list_unknown(UnknownKind.CHARGER, later)] == [second]


def _place(name: str) -> str:
    return inbox._place(name.casefold())


@pytest.mark.parametrize("path", ["", "/", "/ocpp/%FF", "/ocpp/" + "x" * 49, "/ocpp/%0A"])
def test_a_path_without_an_identity_is_not_found(tables: Engine, path: str) -> None:
    assert authorize(handshake(path))["context"] == {"refusal": "404"}
    assert inbox.list_unknown(UnknownKind.CHARGER, START) == []


class TestDoors:
    def test_the_direct_door_names_the_charger_in_the_query(self, password: str) -> None:
        event = handshake("", basic("CP-1", password), secret=None, query={"cp": "CP-1"})
        assert effect(authorize(event)) == "Allow"

    @pytest.mark.parametrize("secret", [None, "", "wrong", "é"])
    def test_a_forged_path_is_ignored(self, password: str, secret: str | None) -> None:
        event = handshake(PATH, basic("CP-1", password), secret=secret)
        assert authorize(event)["context"] == {"refusal": "404"}

    def test_without_a_password_only_by_our_own_distribution(self, password: str) -> None:
        set_credentials(security_profile=SecurityProfile.NONE)
        assert effect(authorize(handshake(PATH, door="ws"))) == "Allow"
        assert_refused(handshake("", secret=None, query={"cp": "CP-1"}))

    def test_plain_sockets_are_refused_from_profile_two_on(self, password: str) -> None:
        set_credentials(security_profile=SecurityProfile.TLS_BASIC)
        assert_refused(handshake(PATH, basic("CP-1", password), door="ws"))
        assert effect(authorize(handshake(PATH, basic("CP-1", password), door="wss"))) == "Allow"

    def test_a_certificate_must_name_the_chargers_serial_number(self, charger: Charger) -> None:
        about = dataclasses.replace(charger.about, serial_number="SN-1")
        chargers.set_about(CHARGER, about)
        set_credentials(security_profile=SecurityProfile.TLS_CLIENT_CERTIFICATE)
        name = {"CloudFront-Viewer-Cert-Subject": "CN=SN-1,O=CSMS"}
        other = {"CloudFront-Viewer-Cert-Subject": "CN=SN-2,O=CSMS"}
        assert effect(authorize(handshake(PATH, door="mtls", headers=name))) == "Allow"
        assert_refused(handshake(PATH, door="mtls", headers=other))
        assert_refused(handshake(PATH, door="mtls"))
        assert_refused(handshake(PATH, door="wss", headers=name))
        direct = handshake("", secret=None, query={"cp": "CP-1"}, headers=name)
        assert_refused(direct)


class TestRotation:
    def test_either_key_fits_until_the_new_one_was_used(self, password: str) -> None:
        pending = passwords.hash_password("b" * 20)
        old = set_credentials(pending_password_hash=pending).password_hash
        assert authorize(handshake(PATH, basic("CP-1", password)))["context"]["promoted"] == "0"
        assert chargers.get(CHARGER).credentials.password_hash == old
        answer = authorize(handshake(PATH, basic("CP-1", "b" * 20)))
        assert answer["context"]["promoted"] == "1"
        assert chargers.get(CHARGER).credentials == Credentials(SecurityProfile.BASIC, pending)
        assert_refused(handshake(PATH, basic("CP-1", password)))

    def test_a_charger_proves_itself_by_its_certificate_as_soon_as_it_was_told_to(
        self, password: str
    ) -> None:
        about = dataclasses.replace(chargers.get(CHARGER).about, serial_number="SN-1")
        chargers.set_about(CHARGER, about)
        set_credentials(
            security_profile=SecurityProfile.TLS_BASIC,
            pending_security_profile=SecurityProfile.TLS_CLIENT_CERTIFICATE,
        )
        name = {"CloudFront-Viewer-Cert-Subject": "CN=SN-1,O=CSMS"}
        other = {"CloudFront-Viewer-Cert-Subject": "CN=SN-2,O=CSMS"}
        key = basic("CP-1", password)
        assert_refused(handshake(PATH, door="mtls", headers=other))
        assert_refused(handshake(PATH, door="wss", headers=name))
        assert authorize(handshake(PATH, key, door="wss"))["context"]["promoted"] == "0"
        certified = handshake(PATH, door="mtls", headers=name)
        assert authorize(certified)["context"]["promoted"] == "1"
        assert_refused(handshake(PATH, key, door="wss"))

    def test_a_higher_profile_is_pinned_when_it_was_used(self, password: str) -> None:
        set_credentials(pending_security_profile=SecurityProfile.TLS_BASIC)
        key = basic("CP-1", password)
        assert authorize(handshake(PATH, key, door="ws"))["context"]["promoted"] == "0"
        assert authorize(handshake(PATH, key, door="wss"))["context"]["promoted"] == "1"
        assert_refused(handshake(PATH, key, door="ws"))
