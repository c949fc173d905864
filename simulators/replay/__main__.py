"""`python -m simulators.replay FILE`: what this system would have answered and billed.

FILE: a log of OCPP traffic, as docs/replay.md describes it. Nothing of it reaches a system that
runs: the functions work on a database that is thrown away. The exit status is 0 when every answer
and every bill is as it was, 1 when some differ, 2 when the log cannot be read.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import logging
import os
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from simulators.aws.dynamodb import Engine, EngineMissing, find_binary
from simulators.aws.machine import ROOT, Machine, function_environment, read_template
from simulators.aws.tables import dynamodb_client, ensure_tables
from simulators.replay.gateway import RecordingGateway
from simulators.replay.traffic import BadTraffic, Traffic, read_traffic

if TYPE_CHECKING:
    from csms.domain.tariff import Tariff

FUNCTION: Final = "OcppMessageFunction"
EXIT_DIFFERENT: Final = 1
EXIT_REFUSED: Final = 2
MOST_LINES: Final = 20
DEFAULT_RATE: Final = "0.40"
DEFAULT_POWER_W: Final = 350_000
MICRO: Final = 1_000_000
BEFORE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person asks for. tariff: a rate per kWh, or a tariff as the HTTP API takes it."""

    tariff: str
    time_zone: str
    rated_power_w: int


def main() -> int:
    """Replay; the exit status says whether anything differs."""
    parser = argparse.ArgumentParser(prog="python -m simulators.replay", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument(
        "--tariff", default="", help="rate per kWh, or JSON; default: the log's, else 0.40"
    )
    parser.add_argument("--zone", default="UTC", help="time zone of the station")
    parser.add_argument("--power", type=int, default=DEFAULT_POWER_W, help="rated power in W")
    arguments = parser.parse_args()
    wishes = Wishes(arguments.tariff, arguments.zone, arguments.power)
    try:
        traffic = read_traffic(arguments.file.read_text(encoding="utf-8"))
        ZoneInfo(wishes.time_zone)
        return _replay(traffic, wishes)
    except BadTraffic as bad:
        more = len(bad.lines) - MOST_LINES
        lines = [*bad.lines[:MOST_LINES], *([f"and {more} more"] if more > 0 else [])]
        return _refuse("\n".join(f"{arguments.file}: {line}" for line in lines))
    except OSError as error:
        return _refuse(f"{error.filename or arguments.file}: {error.strerror or error}")
    except (EngineMissing, ValueError) as error:
        return _refuse(str(error))


def _replay(traffic: Traffic, wishes: Wishes) -> int:
    logging.disable(logging.CRITICAL)
    gateway = RecordingGateway()
    with tempfile.TemporaryDirectory(prefix="csms-replay-") as folder:
        machine = Machine("127.0.0.1", 0, Path(folder), ROOT / "template.yaml", {}, "")
        engine = Engine(find_binary(dict(os.environ)), Path(folder))
        engine.start()
        try:
            template = read_template(machine)
            ensure_tables(dynamodb_client(engine.endpoint), template.tables.values())
            function = template.functions[FUNCTION]
            environment = function_environment(machine, template, function, engine.endpoint)
            os.environ.update(environment | {"GATEWAY_ENDPOINT": gateway.url})
            return _play(traffic, wishes, gateway)
        finally:
            engine.stop()
            gateway.close()


def _play(traffic: Traffic, wishes: Wishes, gateway: RecordingGateway) -> int:
    # The product reads its settings when it is imported: these are its first imports.
    from simulators.replay.player import Player  # noqa: PLC0415 - see above
    from simulators.replay.verdict import bill_differences, report  # noqa: PLC0415 - see above
    from simulators.replay.world import Assumptions, build  # noqa: PLC0415 - see above

    tariff = _tariff(wishes.tariff or traffic.tariff or DEFAULT_RATE)
    assumed = Assumptions(tariff, wishes.time_zone, wishes.rated_power_w)
    # The functions print their metrics.
    with contextlib.redirect_stdout(io.StringIO()):
        player = Player(build(traffic, assumed, traffic.events[0].at - BEFORE), gateway)
        for event in traffic.events:
            player.play(event)
        player.finish(traffic.events[-1].at)
    bills = bill_differences(player.logs, traffic.bills)
    for line in report(player.logs, bills):
        print(line)
    is_same = not bills and not any(log.differences for log in player.logs)
    return 0 if is_same else EXIT_DIFFERENT


def _tariff(wish: str | Mapping[str, Any]) -> Tariff:
    """The tariff that is wished for. Raises ValueError that says what is wrong with it."""
    from csms.domain.ids import TariffId  # noqa: PLC0415 - see above
    from csms.entrypoints.api.admin.tariffs import TariffFields, to_tariff  # noqa: PLC0415 - see above

    if isinstance(wish, str) and not wish.lstrip().startswith("{"):
        try:
            rate = int(Decimal(wish) * MICRO)
        except InvalidOperation:
            raise ValueError(f"--tariff: {wish!r} is neither a rate per kWh nor JSON") from None
        wish = {"energy_rate_micro_per_kwh": rate}
    facts = json.loads(wish) if isinstance(wish, str) else wish
    return to_tariff(TariffId("replay"), TariffFields.model_validate({"name": "Replay", **facts}))


def _refuse(reason: str) -> int:
    print(reason, file=sys.stderr)
    return EXIT_REFUSED


if __name__ == "__main__":
    sys.exit(main())
