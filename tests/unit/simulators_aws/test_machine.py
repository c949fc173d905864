"""What one machine is called: by its own processes, and by chargers of the network."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulators.aws.machine import Machine, outward_host


def machine(host: str) -> Machine:
    return Machine(host, 8080, Path("var"), Path("template.yaml"), {}, "")


@pytest.mark.parametrize("host", ["127.0.0.1", "192.168.1.7"])
def test_a_machine_with_an_address_is_called_by_it(host: str) -> None:
    assert machine(host).outward_url == machine(host).url == f"http://{host}:8080"


def test_a_machine_that_listens_everywhere_is_called_by_its_address_in_the_network() -> None:
    assert machine("0.0.0.0").url == "http://127.0.0.1:8080"  # noqa: S104 - the point of the test
    assert machine("0.0.0.0").outward_url == f"http://{outward_host()}:8080"  # noqa: S104 - see above


def test_the_way_out_names_the_address() -> None:
    assert outward_host("127.0.0.1") == "127.0.0.1"


def test_without_a_network_it_is_loopback() -> None:
    assert outward_host("no such address") == "127.0.0.1"
