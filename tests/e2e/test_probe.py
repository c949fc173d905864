"""The probe of a deployed system, against the system on this machine."""

from __future__ import annotations

import pytest

from simulators.charge_point import probe
from tests.e2e.operator import Operator, Place
from tests.e2e.system import System


@pytest.fixture(scope="module")
def place(system: System) -> Place:
    return Operator(system).register()


def _arguments(system: System, place: Place) -> list[str]:
    url = f"{system.ws_url}/ocpp"
    return ["--url", url, "--charger", place.identity, "--password", place.password]


def test_every_fact_that_one_machine_has_holds(
    system: System, place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    assert probe.main([*_arguments(system, place), "--idle-s", "0.2"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) >= 10
    assert all(line.startswith("pass  ") for line in lines)


def test_a_fact_that_does_not_hold_fails_the_probe(
    system: System, place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    # Who comes around the distribution must be refused; this address is the distribution.
    arguments = [*_arguments(system, place), "--direct", f"{system.ws_url}/ocpp"]
    assert probe.main(arguments) == 1
    assert "FAIL  the API refuses who comes around the distribution: let in" in (
        capsys.readouterr().out
    )
