"""`python -m benchmarks.cost`: what a charger costs a month, and what the stack costs without one.

One day of a charger is replayed frame by frame through the real functions, and multiplied by 30:
days are alike. Capacity units are the engine's own count, with indexes. A duration is the CPU time
measured here times a factor for Lambda's share of a processor, plus a wait for each call; both are
stated in the output. Prices are in prices.json. Fails above the limits.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import io
import json
import math
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from simulators.aws.intrinsics import load_yaml

if TYPE_CHECKING:
    from benchmarks.day import Day, Used

ROOT: Final = Path(__file__).parents[1]
DAYS: Final = 30
DAY_S: Final = 86_400
GB: Final = 10**9
MEMORY_GB: Final = 0.5
# Lambda gives a whole processor at 1,769 MB.
CPU_FACTOR: Final = 1769 / 512
WAIT_S: Final = {"call": 0.004, "post": 0.008}
# START, END and REPORT, which Lambda writes for each invocation, and a line of ours; the function
# of frames is told to write neither.
LOG_BYTES: Final = 820
QUIET: Final = "ocpp_message"
# A frame beside its payload: TLS, WebSocket, TCP.
WIRE_BYTES: Final = 90
RUNS_A_DAY: Final = {
    "heartbeat_sweep": 1440,
    "certificate_sign": 1440,
    "export_write": 1440,
    "billing_retry": 288,
    "card_refund": 288,
}
MOST_PER_CHARGER: Final = 0.10
MOST_FIXED: Final = 6.0
COUNTED: Final = re.compile(r'observability\.count\("(\w+)"')


def main(arguments: list[str]) -> int:
    """Replay, price, print; 1 above a limit. The limits are those of the usual day."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cost")
    parser.add_argument("--heartbeat-s", type=int, default=300)
    parser.add_argument("--hours", type=float, default=4, help="of charging a day")
    parser.add_argument("--interval-s", type=int, default=60, help="between readings")
    parser.add_argument("--sessions", type=int, default=2, help="a day")
    parser.add_argument("--reconnects", type=int, default=12, help="a day")
    chosen = parser.parse_args(arguments)
    os.environ.update(
        {
            "AWS_ACCESS_KEY_ID": "cost",
            "AWS_SECRET_ACCESS_KEY": "cost",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_EC2_METADATA_DISABLED": "true",
            "ORIGIN_SECRET": "a-secret-of-the-distribution-in-front",
            "POWERTOOLS_SERVICE_NAME": "cost",
            "POWERTOOLS_METRICS_NAMESPACE": "csms",
            "POWERTOOLS_LOG_LEVEL": _frame_log_level(),
        }
    )
    # Loggers keep the output that they find when they are made.
    with contextlib.redirect_stdout(io.StringIO()) as log:
        replay = importlib.import_module("benchmarks.day")
        day, schedules = replay.run(replay.Habits(**vars(chosen)), log)
    prices = json.loads((ROOT / "benchmarks/prices.json").read_text(encoding="utf-8"))
    print(f"prices: {prices['region']}, {prices['date']}, {prices['source']}")
    print(f"a day: {', '.join(f'{name} {value:g}' for name, value in vars(chosen).items())}")
    print(f"duration: CPU x {CPU_FACTOR:.2f} + 4 ms a call + 8 ms a post, {MEMORY_GB} GB, arm64\n")
    _print_use(day.used)
    lines = _charger_lines(day, prices)
    fixed = _fixed_lines(schedules, prices)
    is_usual = chosen == parser.parse_args([])
    is_within = _print_sum("per charger and month", lines, MOST_PER_CHARGER if is_usual else None)
    return 0 if _print_sum("per month without a charger", fixed, MOST_FIXED) and is_within else 1


def _print_sum(title: str, table: Mapping[str, float], most: float | None) -> bool:
    """Print the lines and their sum; returns whether it is within the limit, if there is one."""
    print(f"\n{title}")
    for name, dollars in table.items():
        print(f"  {name:34} {dollars:9.4f}")
    total = sum(table.values())
    is_within = most is None or total <= most
    limit = "" if most is None else f"   at most {most:.2f}"
    print(f"  {'sum':34} {total:9.4f}{limit}{'' if is_within else ': too much'}")
    return is_within


def _duration_s(used: Used) -> float:
    """Of all invocations together, each rounded up to a millisecond."""
    waits_s = used.calls * WAIT_S["call"] + used.posts * WAIT_S["post"]
    each_s = (used.cpu_s * CPU_FACTOR + waits_s) / used.invocations
    return math.ceil(each_s * 1000) / 1000 * used.invocations


def _print_use(used: Mapping[str, Used]) -> None:
    heading = ("a day of one charger", "times", "read", "write", "calls", "CPU ms", "billed ms")
    print(f"{heading[0]:22}" + "".join(f"{cell:>10}" for cell in heading[1:]))
    for name, one in used.items():
        count = one.invocations
        cells = (one.reads / count, one.writes / count, one.calls / count)
        times = (one.cpu_s / count * 1000, _duration_s(one) / count * 1000)
        numbers = "".join(f"{cell:10.2f}" for cell in (*cells, *times))
        print(f"{name:22}{count:10}{numbers}")


def _lambda(used: Used, prices: Mapping[str, Any]) -> float:
    compute = _duration_s(used) * MEMORY_GB * prices["lambda_gb_second"]
    return float(used.invocations * prices["lambda_request"] + compute)


def _charger_lines(day: Day, prices: Mapping[str, Any]) -> dict[str, float]:
    used = list(day.used.values())
    handshakes = day.used["connect"].invocations
    messages = sum(one.messages for one in used)
    traffic = sum(one.traffic_bytes for one in used) + messages * WIRE_BYTES
    logged = sum(
        one.log_bytes + (0 if one.function == QUIET else one.invocations * LOG_BYTES)
        for one in used
    )
    a_gb = prices["dynamodb_gb_month"] + prices["dynamodb_recovery_gb_month"]
    daily = {
        "WebSocket messages": messages * prices["websocket_message"],
        "WebSocket minutes": 1440 * prices["websocket_connection_minute"],
        "DynamoDB writes": sum(one.writes for one in used) * prices["dynamodb_write_unit"],
        "DynamoDB reads": sum(one.reads for one in used) * prices["dynamodb_read_unit"],
        "DynamoDB storage, a month of rows": day.stored_bytes / GB * a_gb,
        "Lambda": sum(_lambda(one, prices) for one in used),
        "logs": logged / GB * prices["logs_gb"],
        "CloudFront": handshakes * (prices["cloudfront_request"] + prices["cloudfront_function"])
        + traffic / GB * prices["cloudfront_gb"],
    }
    return {name: dollars * DAYS for name, dollars in daily.items()}


def _fixed_lines(schedules: Day, prices: Mapping[str, Any]) -> dict[str, float]:
    # An idle look for exports or refunds costs what one for certificates does: a query per shard.
    idle = schedules.used["certificate_sign"]
    used = {**schedules.used, "export_write": idle, "card_refund": idle}
    lines = {"Lambda of schedules": 0.0, "DynamoDB of schedules": 0.0, "logs of schedules": 0.0}
    for name, one in used.items():
        runs = RUNS_A_DAY[name] * DAYS
        lines["Lambda of schedules"] += _lambda(one, prices) * runs
        units = (
            one.reads * prices["dynamodb_read_unit"] + one.writes * prices["dynamodb_write_unit"]
        )
        lines["DynamoDB of schedules"] += units * runs
        logged = one.log_bytes + LOG_BYTES
        lines["logs of schedules"] += logged * runs / GB * prices["logs_gb"]
    watched, counted = _watched_metrics()
    lines[f"alarms, {watched} metrics"] = watched * prices["alarm_metric_month"]
    lines[f"custom metrics, {counted}"] = counted * prices["custom_metric_month"]
    return lines


def _frame_log_level() -> str:
    parameters = load_yaml((ROOT / "template.yaml").read_text(encoding="utf-8"))["Parameters"]
    return str(parameters["FrameLogLevel"]["Default"])


def _watched_metrics() -> tuple[int, int]:
    """Metrics that alarms look at, and metrics of our own."""
    resources = load_yaml((ROOT / "template.yaml").read_text(encoding="utf-8"))["Resources"]
    alarms = [
        one["Properties"] for one in resources.values() if one["Type"] == "AWS::CloudWatch::Alarm"
    ]
    watched = sum(
        sum("MetricStat" in one for one in alarm["Metrics"]) if "Metrics" in alarm else 1
        for alarm in alarms
    )
    filters = [one for one in resources.values() if one["Type"] == "AWS::Logs::MetricFilter"]
    sources = (ROOT / "shared/csms").rglob("*.py")
    names = {name for path in sources for name in COUNTED.findall(path.read_text(encoding="utf-8"))}
    return watched, len(names) + len(filters)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
