"""`python -m simulators.demo --port 8080 --data var`: brings a running system to life."""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from simulators.charge_point.fleet import run_fleet
from simulators.charge_point.operator_api import OperatorApi, Refused, SystemUnreachable
from simulators.demo import seeding
from simulators.demo.passwords import Passwords

TOP_UP_EVERY_S: Final = 600
SEED: Final = 16


def main(arguments: Sequence[str]) -> int:
    """Run until interrupted; the result is the exit code."""
    parser = argparse.ArgumentParser(prog="python -m simulators.demo", description=__doc__)
    parser.add_argument("--port", type=int, default=8080, help="of the running system")
    parser.add_argument("--data", type=Path, default=Path("var"), help="keeps passwords here")
    parsed = parser.parse_args(arguments)
    try:
        asyncio.run(_live(parsed.port, parsed.data))
    except (SystemUnreachable, Refused) as failure:
        print(f"no demo: {failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    return 0


async def _live(port: int, folder: Path) -> None:
    url = f"http://127.0.0.1:{port}"
    async with OperatorApi(url) as api:
        fleet = await seeding.seed(api, Passwords(folder))
    print(f"demo: {len(fleet)} chargers", flush=True)
    async with asyncio.TaskGroup() as group:
        group.create_task(run_fleet(fleet, f"ws://127.0.0.1:{port}/ocpp", SEED))
        group.create_task(_refill(url))


async def _refill(url: str) -> None:
    """Drivers who charge all day run out of money."""
    while True:
        await asyncio.sleep(TOP_UP_EVERY_S)
        try:
            async with OperatorApi(url) as api:
                await seeding.top_up(api, await seeding.user_ids(api))
        except (SystemUnreachable, Refused) as failure:
            print(f"demo: wallets were not filled: {failure}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
