"""How a whole run of the integration tests finds the rights that nothing uses."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests import used_rights
from tests.rights import Use, granted
from tests.used_rights import SELDOM, SUITE, UsedRights, excess

READ, WRITE = Use("dynamodb:GetItem", "csms-a"), Use("dynamodb:PutItem", "csms-a")


@pytest.fixture(autouse=True)
def used(monkeypatch: pytest.MonkeyPatch) -> dict[str, set[Use]]:
    """What functions did in a process of which this test knows everything."""
    fresh: dict[str, set[Use]] = {name: set(uses) for name, uses in granted().items()}
    monkeypatch.setattr(used_rights, "USED", fresh)
    return fresh


def _session(**config: Any) -> Any:
    items = [SimpleNamespace(path=path) for path in SUITE.rglob("test_*.py")]
    asked = SimpleNamespace(getoption=lambda _: False, **config)
    return SimpleNamespace(items=items, config=asked, exitstatus=0)


def _finish(plugin: UsedRights, session: Any) -> int:
    plugin.pytest_sessionfinish(session, session.exitstatus)
    return int(session.exitstatus)


def test_a_right_that_is_not_used_is_named() -> None:
    allowed = {"books_check": frozenset({READ, WRITE})}
    assert excess(allowed, {"books_check": {READ}}) == ["books_check: dynamodb:PutItem on csms-a"]
    assert excess(allowed, {"books_check": {READ, WRITE}}) == []


def test_a_whole_run_fails_for_what_is_too_much(used: dict[str, set[Use]]) -> None:
    plugin, session = UsedRights(), _session()
    gone = min(used["charger_disconnect"])
    used["charger_disconnect"].discard(gone)
    plugin.pytest_collection_finish(session)
    assert _finish(plugin, session) == pytest.ExitCode.TESTS_FAILED
    assert plugin.excess == [f"charger_disconnect: {gone}"]


def test_a_run_of_some_tests_asks_nothing(used: dict[str, set[Use]]) -> None:
    used.clear()
    plugin, session = UsedRights(), _session()
    session.items = session.items[1:]
    plugin.pytest_collection_finish(session)
    assert _finish(plugin, session) == 0

    plugin, session = UsedRights(), _session()
    plugin.pytest_collection_finish(session)
    plugin.pytest_deselected([session.items[0]])
    assert _finish(plugin, session) == 0


def test_what_workers_used_counts_together(used: dict[str, set[Use]]) -> None:
    uses = used.pop("charger_disconnect")
    worker, session = UsedRights(), _session(workeroutput={})
    used["charger_disconnect"] = uses
    worker.pytest_collection_finish(session)
    assert _finish(worker, session) == 0
    used["charger_disconnect"] = set()
    controller, own = UsedRights(), _session()
    controller.pytest_testnodedown(SimpleNamespace(workeroutput=session.config.workeroutput), None)
    assert _finish(controller, own) == 0
    assert used["charger_disconnect"] == uses


def test_a_worker_that_broke_proves_nothing(used: dict[str, set[Use]]) -> None:
    used.clear()
    plugin = UsedRights()
    plugin.pytest_testnodedown(SimpleNamespace(), "crashed")
    assert _finish(plugin, _session()) == 0


def test_what_is_seldom_used_is_granted() -> None:
    rights = {(name, use.action, use.resource) for name, uses in granted().items() for use in uses}
    assert set(SELDOM) <= rights
    assert Path(SUITE).is_dir()
