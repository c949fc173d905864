"""Simulate one charger: `python -m simulators.charge_point --id CP1 --scenario full-session`."""

import argparse
import asyncio
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from simulators.charge_point.assembly import build_charger
from simulators.charge_point.clock import Clock, RunningClock, SteppedClock
from simulators.charge_point.credentials import Credentials, PasswordForm
from simulators.charge_point.errors import ExchangeFailed
from simulators.charge_point.player import Player, ScenarioFailed
from simulators.charge_point.scenario import Scenario
from simulators.charge_point.scenarios.catalogue import SCENARIOS

_LONGEST_SHOWN = 160


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked for. speed 0: as fast as the answers come."""

    url: str
    credentials: Credentials
    tag: str
    scenario: Scenario
    speed: int
    quiet: bool


def main(arguments: list[str]) -> int:
    """Play a scenario and say how it went; the result is the exit code."""
    parser = _parser()
    parsed = parser.parse_args(arguments)
    if parsed.list:
        for scenario in SCENARIOS.values():
            print(f"{scenario.name:<22}{scenario.shows}")
        return 0
    if parsed.scenario not in SCENARIOS:
        parser.error(f"no scenario {parsed.scenario!r}; --list shows all of them")
    form = PasswordForm.HEX if parsed.hex else PasswordForm.TEXT
    return asyncio.run(
        _play(
            Options(
                url=parsed.url,
                credentials=Credentials(parsed.id, parsed.password, form),
                tag=parsed.tag,
                scenario=SCENARIOS[parsed.scenario],
                speed=parsed.speed,
                quiet=parsed.quiet,
            )
        )
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m simulators.charge_point", description="Simulate one OCPP 1.6 charger."
    )
    parser.add_argument("--url", default="ws://127.0.0.1:8080/ocpp", help="without the identity")
    parser.add_argument("--id", default="CP1", help="the charger's identity")
    parser.add_argument("--password", help="none: no Authorization header")
    parser.add_argument("--hex", action="store_true", help="the password is hex; send its bytes")
    parser.add_argument("--tag", default="DEMO-TAG", help="the driver's id tag")
    parser.add_argument("--scenario", default="full-session")
    parser.add_argument(
        "--speed", type=int, default=0, help="1: real time; 0: as fast as the answers come"
    )
    parser.add_argument("--quiet", action="store_true", help="no frames, only the steps")
    parser.add_argument("--list", action="store_true", help="show all scenarios")
    return parser


def _clock(options: Options) -> Clock:
    """Starts early enough for the scenario to end about now."""
    start = datetime.now(UTC) - timedelta(seconds=options.scenario.span_s())
    if options.speed == 0:
        return SteppedClock(start)
    return RunningClock(options.speed, None if options.speed == 1 else start)


async def _play(options: Options) -> int:
    clock, scenario = _clock(options), options.scenario
    simulation = build_charger(
        options.url, options.credentials, clock, scenario.profile, scenario.settings
    )
    charger = simulation.charger

    def show_frame(direction: str, raw: str) -> None:
        arrow = "←" if direction == "in" else "→"
        print(f"{clock.now():%H:%M:%S}   {arrow} {raw[:_LONGEST_SHOWN]}", flush=True)

    if not options.quiet:
        charger.device.uplink.on_frame = show_frame
    player = Player(
        simulation, options.tag, lambda line: print(f"{clock.now():%H:%M:%S} {line}", flush=True)
    )
    try:
        await player.play(scenario)
    except (ScenarioFailed, ExchangeFailed) as failure:
        print(f"failed: {failure}", file=sys.stderr)
        return 1
    finally:
        await charger.shut_down()
    for done in charger.transactions.all:
        energy_wh = (done.meter_stop_wh or done.meter_start_wh) - done.meter_start_wh
        print(f"transaction {done.transaction_id}: {energy_wh} Wh, {done.stop_reason or 'running'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
