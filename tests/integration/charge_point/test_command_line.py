"""The simulator from the command line."""

import asyncio

import pytest

from simulators.charge_point.__main__ import main
from simulators.charge_point.scenarios.catalogue import SCENARIOS
from tests.integration.charge_point.central_system import CentralSystem

pytestmark = pytest.mark.anyio


def test_all_scenarios_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--list"]) == 0

    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert listed == list(SCENARIOS)


def test_an_unknown_scenario_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--scenario", "moon-landing"])

    assert ended.value.code == 2
    assert "--list" in capsys.readouterr().err


async def test_a_scenario_is_told_as_it_happens(
    central: CentralSystem, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--url", central.url, "--id", "CP 7", "--password", "pw", "--tag", "ANNA"]

    assert await asyncio.to_thread(main, options) == 0

    told = capsys.readouterr().out
    assert "step 1/11: boot" in told
    assert '→ [2,"' in told
    assert "transaction 101: 11000 Wh, Local" in told
    assert central.handshakes[0].path == "/ocpp/CP%207"


async def test_a_scenario_that_fails_says_why(
    central: CentralSystem, capsys: pytest.CaptureFixture[str]
) -> None:
    central.scripts["BootNotification"] = lambda _: "InternalError"

    assert await asyncio.to_thread(main, ["--url", central.url, "--quiet"]) == 1

    assert "failed: not registered" in capsys.readouterr().err
