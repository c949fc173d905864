"""One charging session against a running system, and a check of what it cost.

`python -m simulators.charge_point.session --port 8080`: registers what it needs, charges over a
real socket, and ends with one line of JSON. Exit code 0 only if the ledger agrees with the meter.
"""

import argparse
import asyncio
import json
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from simulators.charge_point.assembly import Simulation, build_charger
from simulators.charge_point.bill import price_minor
from simulators.charge_point.clock import SteppedClock
from simulators.charge_point.credentials import Credentials
from simulators.charge_point.errors import ExchangeFailed
from simulators.charge_point.operator_api import OperatorApi, Refused, SystemUnreachable
from simulators.charge_point.place import Place, register_place
from simulators.charge_point.player import Player, ScenarioFailed
from simulators.charge_point.scenarios.sessions import FULL_SESSION

_LONGEST_BILLING_S = 20
_LOOK_EVERY_S = 0.2
_FINAL_STATES = frozenset({"COMPLETED", "HELD", "UNBILLED", "CANCELLED"})


class SessionFailed(Exception):
    """The books do not agree with the meter, or never closed."""


@dataclass(frozen=True, slots=True)
class Result:
    """The line of JSON at the end."""

    transaction_id: int
    state: str
    energy_wh: int
    price_minor: int | None
    currency: str
    balance_before_minor: int
    balance_after_minor: int


def main(arguments: list[str]) -> int:
    """Run a session; the result is the exit code."""
    parser = argparse.ArgumentParser(prog="python -m simulators.charge_point.session")
    parser.add_argument("--port", type=int, default=8080, help="of the running system")
    parser.add_argument("--data", help="not needed: the running system has it open")
    port = parser.parse_args(arguments).port
    try:
        result = asyncio.run(_run(port))
    except (SystemUnreachable, Refused, SessionFailed, ScenarioFailed, ExchangeFailed) as failure:
        print(f"the session failed: {failure}", file=sys.stderr)
        return 1
    print(json.dumps(asdict(result)))
    return 0


async def _run(port: int) -> Result:
    async with OperatorApi(f"http://127.0.0.1:{port}") as api:
        place = await register_place(api, _say)
        before_minor = await _balance(api, place)
        _say(f"wallet before: {before_minor} {place.tariff.currency} minor units")
        metered_wh = await _charge(place, f"ws://127.0.0.1:{port}/ocpp")
        transaction = await _closed_transaction(api, place)
        after_minor = await _balance(api, place)
        result = Result(
            transaction_id=transaction["transaction_id"],
            state=transaction["state"],
            energy_wh=transaction["energy_wh"],
            price_minor=transaction["price_minor"],
            currency=transaction["currency"] or place.tariff.currency,
            balance_before_minor=before_minor,
            balance_after_minor=after_minor,
        )
        _say(f"transaction {result.transaction_id} is {result.state}")
        await _check(api, place, result, metered_wh)
        _say(f"the ledger agrees with the meter: {metered_wh} Wh cost {result.price_minor}")
        return result


async def _charge(place: Place, url: str) -> int:
    """The full session on a real socket, on a clock that ends about now; the metered energy."""
    clock = SteppedClock(datetime.now(UTC) - timedelta(seconds=FULL_SESSION.span_s()))
    simulation = build_charger(url, Credentials(place.identity, place.password), clock)

    def narrate(line: str) -> None:
        _say(f"{clock.now():%H:%M:%S} {line}")

    try:
        await Player(simulation, place.tag, narrate).play(FULL_SESSION)
    finally:
        await simulation.charger.shut_down()
    return _metered_wh(simulation)


def _metered_wh(simulation: Simulation) -> int:
    done = [t for t in simulation.charger.transactions.all if t.meter_stop_wh is not None]
    if len(done) != 1:
        raise SessionFailed(f"the charger made {len(done)} transactions instead of one")
    energy_wh = (done[0].meter_stop_wh or 0) - done[0].meter_start_wh
    _say(f"the meter counted {energy_wh} Wh")
    return energy_wh


async def _closed_transaction(api: OperatorApi, place: Place) -> Any:  # noqa: ANN401 # JSON
    """The one transaction of the charger, once it is billed or will not be."""
    looks = int(_LONGEST_BILLING_S / _LOOK_EVERY_S)
    for _ in range(looks):
        page = await api.get("/api/admin/transactions", charger_id=place.charger_id)
        if len(page["items"]) > 1:
            raise SessionFailed(f"{len(page['items'])} transactions were stored instead of one")
        if page["items"] and page["items"][0]["state"] in _FINAL_STATES:
            return page["items"][0]
        await asyncio.sleep(_LOOK_EVERY_S)
    raise SessionFailed(f"the transaction was not billed within {_LONGEST_BILLING_S} s: {page}")


async def _check(api: OperatorApi, place: Place, result: Result, metered_wh: int) -> None:
    """Meter, price, balance and ledger, each against the other."""
    expected_minor = price_minor(metered_wh, place.tariff)
    paid_minor = result.balance_before_minor - result.balance_after_minor
    ledger = await api.get(f"/api/admin/users/{place.user_id}/wallet/ledger")
    charges = [
        entry["amount_minor"]
        for entry in ledger["items"]
        if entry["transaction_id"] == result.transaction_id and entry["kind"] == "charge"
    ]
    facts = (
        ("state", result.state, "COMPLETED"),
        ("energy in Wh", result.energy_wh, metered_wh),
        ("price", result.price_minor, expected_minor),
        ("what left the wallet", paid_minor, expected_minor),
        ("charges in the ledger", charges, [-expected_minor]),
    )
    for what, got, wanted in facts:
        if got != wanted:
            raise SessionFailed(f"{what}: {got}, expected {wanted}; {json.dumps(asdict(result))}")


async def _balance(api: OperatorApi, place: Place) -> int:
    wallet = await api.get(f"/api/admin/users/{place.user_id}/wallet")
    return int(wallet["balance_minor"])


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
