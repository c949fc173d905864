"""What the benchmark of growth asks is asked of rows that the product reads as its own."""

import json

from tests.e2e.system import run_module

CHARGERS = 60
TRANSACTIONS = 240


def test_a_grown_world_answers_everything() -> None:
    size = f"{TRANSACTIONS}:{CHARGERS}"
    done = run_module("benchmarks.growth_world", "3", size, timeout_s=None)
    assert done.returncode == 0, done.stderr
    (line,) = (text for text in done.stdout.splitlines() if text.startswith('{"transactions"'))
    costs = json.loads(line)["costs"]
    shown = {name: cost["items"] for name, cost in costs.items()}
    for name in (
        "operator /api/admin/transactions",
        "operator /api/admin/chargers",
        "operator /api/logs/{charge_point_id}",
        "operator /api/admin/chargers/{charger_id}/commands",
        "operator /api/admin/transactions/{transaction_id}/meter-values",
        "operator /api/admin/users/{user_id}/wallet/ledger",
        "operator /api/admin/audit",
        "driver /users/{user_id}/transactions",
        "driver /users/{user_id}/charging-sessions",
    ):
        assert shown[name] is not None, name
        assert shown[name] >= 50, name
    assert costs["operator /api/admin/transactions, page 2"]["items"] == 50
