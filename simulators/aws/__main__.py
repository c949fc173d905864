"""`python -m simulators.aws`: the whole system on this machine until Ctrl-C."""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
from dataclasses import replace
from pathlib import Path
from socket import socket

from botocore.exceptions import ClientError

from simulators.aws.dynamodb import EngineMissing
from simulators.aws.intrinsics import TemplateError
from simulators.aws.invoker import FunctionFailed
from simulators.aws.limits import Limits, parse_limits
from simulators.aws.locks import FileLock, Locked
from simulators.aws.machine import ROOT, Machine
from simulators.aws.server import PortTaken, allow_open_files, listen
from simulators.aws.system import System
from simulators.aws.tables import TableMismatch

EXIT_REFUSED = 2
HIGHEST_PORT = 65535
PLAIN_FAILURES = (
    EngineMissing,
    FunctionFailed,
    PortTaken,
    TableMismatch,
    TemplateError,
    ValueError,
)


def main() -> int:
    """Run; the exit status is 0 after an orderly end, 2 if it could not start."""
    arguments = _arguments()
    try:
        machine = _machine(arguments)
        limits = parse_limits(arguments.limit)
        machine.folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(machine.folder / "launcher.lock")
    except Locked as locked:
        where = locked.note.get("url", "somewhere")
        return _refuse(
            f"{arguments.data} is in use by process {locked.note.get('pid')} at {where}. "
            "Stop it, or choose another folder: DATA=…"
        )
    except OSError as error:
        return _refuse(_unusable(arguments.data, error))
    except ValueError as error:
        return _refuse(str(error))
    try:
        with listen(machine.host, machine.port) as listener:
            # Port 0 is any that is free: only now it is known which.
            machine = replace(machine, port=listener.getsockname()[1])
            lock.write_note(pid=os.getpid(), url=machine.url)
            allow_open_files()
            return asyncio.run(_run(machine, listener, limits, has_demo=arguments.demo == "1"))
    except PLAIN_FAILURES as error:
        return _refuse(str(error))
    except OSError as error:
        return _refuse(_unusable(arguments.data, error))
    except ClientError as error:
        where = machine.engine_url or f"see {machine.folder / 'dynamodb.log'}"
        return _refuse(f"The database refuses ({where}): {error}")
    finally:
        lock.release()


async def _run(machine: Machine, listener: socket, limits: Limits, *, has_demo: bool) -> int:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    system = System(machine, limits, _announce)
    try:
        starting = asyncio.ensure_future(system.start(listener))
        stopping = asyncio.ensure_future(stop.wait())
        await asyncio.wait((starting, stopping), return_when=asyncio.FIRST_COMPLETED)
        if not starting.done():
            starting.cancel()
        else:
            starting.result()
            _print_what_runs(system, has_demo=has_demo)
            await stopping
            _announce("stopping")
    finally:
        await system.stop()
    _announce("stopped")
    return 0


def _print_what_runs(system: System, *, has_demo: bool) -> None:
    machine, template = system.machine, system.template
    _announce(f"functions  {len(template.functions)} processes, logs in {machine.folder}/logs")
    _announce(f"tables     {len(template.tables)}")
    for schedule in template.schedules:
        _announce(f"schedule   {schedule.expression} {schedule.function}")
    if template.websocket is not None:
        _announce(f"chargers   {machine.outward_url.replace('http', 'ws')}/ocpp/{{charger_id}}")
    _announce(f"http api   {machine.url} ({len(template.http_routes)} routes)")
    if machine.is_loopback:
        _announce(f"identity   {machine.issuer} (demo accounts; loopback only)")
    else:
        _announce("identity   none: demo accounts are for loopback; README.md tells of others")
    if has_demo and not machine.is_loopback:
        _announce("demo       none: it signs in as the demo accounts do")
    elif has_demo and system.start_demo():
        _announce("demo       stations, drivers and chargers come to life")
    _announce(f"ready {machine.url}")


def _machine(arguments: argparse.Namespace) -> Machine:
    parameters: dict[str, str] = {}
    for setting in arguments.parameter:
        name, sign, value = setting.partition("=")
        if not sign:
            raise ValueError(f"--parameter takes Name=value, not {setting!r}")
        parameters[name] = value
    return Machine(
        host=arguments.host,
        port=arguments.port,
        folder=Path(arguments.data).resolve(),
        template_path=Path(arguments.template).resolve(),
        parameters=parameters,
        engine_url=os.environ.get("AWS_ENDPOINT_URL_DYNAMODB", ""),
        store_url=os.environ.get("AWS_ENDPOINT_URL_S3", ""),
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m simulators.aws", description=__doc__)
    parser.add_argument("--port", type=_port, default=8080, help="0: any that is free")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--data", default="var", help="folder for everything that is kept")
    parser.add_argument("--demo", choices=("0", "1"), default="1", help="1: with a living demo")
    parser.add_argument("--template", default=str(ROOT / "template.yaml"))
    parser.add_argument(
        "--parameter",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="a parameter of the template",
    )
    parser.add_argument(
        "--limit",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="another limit than API Gateway's, such as idle_s=5",
    )
    return parser.parse_args()


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is no port: a number from 0 to {HIGHEST_PORT}")
    return int(text)


def _unusable(folder: str, error: OSError) -> str:
    where = f" ({error.filename})" if error.filename else ""
    return f"{folder} cannot be used: {error.strerror or error}{where}. Choose another: DATA=…"


def _announce(line: str) -> None:
    print(line, flush=True)


def _refuse(reason: str) -> int:
    print(reason, file=sys.stderr, flush=True)
    return EXIT_REFUSED


if __name__ == "__main__":
    sys.exit(main())
