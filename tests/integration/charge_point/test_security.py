"""Handshake, credentials and a change of key (J 6.2, S A01)."""

import base64
from http import HTTPStatus

import pytest

from simulators.charge_point.credentials import Credentials, PasswordForm
from simulators.charge_point.steps import Wait
from tests.integration.charge_point.central_system import CentralSystem
from tests.integration.charge_point.conftest import Build
from tests.integration.charge_point.stories import booted, play

pytestmark = pytest.mark.anyio

NEW_KEY = "00112233445566778899aabbccddeeff00112233"


def sent_credentials(central: CentralSystem) -> list[bytes]:
    return [
        base64.b64decode(request.headers["Authorization"].removeprefix("Basic "))
        for request in central.handshakes
    ]


async def test_the_identity_is_percent_encoded_and_the_user(
    central: CentralSystem, build: Build
) -> None:
    await booted(build("RDAM 123", "secret"))

    assert central.handshakes[0].path == "/ocpp/RDAM%20123"
    assert central.handshakes[0].headers["Sec-WebSocket-Protocol"] == "ocpp1.6"
    assert sent_credentials(central) == [b"RDAM 123:secret"]


async def test_without_a_password_there_is_no_header(central: CentralSystem, build: Build) -> None:
    await booted(build())

    assert "Authorization" not in central.handshakes[0].headers


def test_a_hex_password_is_sent_as_its_bytes() -> None:
    header = Credentials("CP1", "c0ffee", PasswordForm.HEX).headers()["Authorization"]

    assert base64.b64decode(header.removeprefix("Basic ")) == b"CP1:\xc0\xff\xee"


async def test_a_new_key_is_used_at_once(central: CentralSystem, build: Build) -> None:
    simulation = await booted(build("CP1", "the old password"))

    answer = await central.command(
        "ChangeConfiguration", {"key": "AuthorizationKey", "value": NEW_KEY}
    )
    await play(simulation, Wait(30))

    assert answer[2] == {"status": "Accepted"}
    assert sent_credentials(central) == [
        b"CP1:the old password",
        b"CP1:" + bytes.fromhex(NEW_KEY),
    ]
    assert simulation.charger.device.uplink.is_online
    assert central.actions.count("BootNotification") == 1


async def test_a_rejected_key_changes_nothing(central: CentralSystem, build: Build) -> None:
    simulation = await booted(build("CP1", "the old password"))

    answer = await central.command(
        "ChangeConfiguration", {"key": "AuthorizationKey", "value": "short"}
    )
    await play(simulation, Wait(30))

    assert answer[2] == {"status": "Rejected"}
    assert len(central.handshakes) == 1


async def test_a_key_that_is_refused_makes_the_charger_try_the_former_one(
    central: CentralSystem, build: Build
) -> None:
    simulation = await booted(build("CP1", "the old password"))
    central.refuse_with = HTTPStatus.UNAUTHORIZED
    await central.command("ChangeConfiguration", {"key": "AuthorizationKey", "value": NEW_KEY})
    await play(simulation, Wait(5))

    central.refuse_with = None
    await play(simulation, Wait(30))

    assert sent_credentials(central)[-1] == b"CP1:the old password"
    assert simulation.charger.device.uplink.is_online
