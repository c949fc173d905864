"""Which rights of template.yaml no function ever used, once every integration test has run.

A right that is missing fails the test that misses it (the fixture `tables`). That one is too many
shows only when all of them ran, in whatever processes: each worker hands over what its functions
used, and who started the workers compares. A run of some of the tests proves nothing and asks
nothing.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from typing import Any

import pytest

from tests.rights import ROOT, Use, granted

SUITE = ROOT / "tests/integration"
HANDED_OVER = "used_rights"
WALLET_MADE = "a settlement that lost a race makes the wallet that is not there"
BEHIND_ANOTHER = "a command that waits behind another, or takes its place"
TOP_UP = "money that comes in pays open bills; tests of the service do it"
REPEATED = "a refund of which nobody knows is asked for again; tests of the service do it"
# Rights that code needs and that no test uses through its function. Entries leave this list.
SELDOM: Mapping[tuple[str, str, str], str] = {
    ("admin_api", "dynamodb:GetItem", "csms-reservation"): "a reservation that is cancelled",
    ("admin_api", "dynamodb:PutItem", "csms-reservation"): "a reservation that is made",
    ("admin_api", "dynamodb:UpdateItem", "csms-command"): BEHIND_ANOTHER,
    ("card_refund", "dynamodb:GetItem", "csms-ledger"): REPEATED,
    ("card_refund", "dynamodb:GetItem", "csms-wallet"): REPEATED,
    ("card_refund", "dynamodb:PutItem", "csms-card_refund"): REPEATED,
    ("card_refund", "dynamodb:PutItem", "csms-ledger"): REPEATED,
    ("card_refund", "dynamodb:PutItem", "csms-wallet"): REPEATED,
    ("card_refund", "dynamodb:UpdateItem", "csms-wallet"): REPEATED,
    ("heartbeat_sweep", "dynamodb:PutItem", "csms-wallet"): WALLET_MADE,
    ("ocpp_message", "dynamodb:PutItem", "csms-wallet"): WALLET_MADE,
    ("user_api", "dynamodb:GetItem", "csms-id_tag"): "a start that fails while it is asked for",
    ("user_api", "dynamodb:PutItem", "csms-transaction"): TOP_UP,
    ("user_api", "dynamodb:PutItem", "csms-wallet"): "a first payment by card",
    ("user_api", "dynamodb:UpdateItem", "csms-command"): BEHIND_ANOTHER,
    ("user_api", "dynamodb:UpdateItem", "csms-station_day"): TOP_UP,
    ("user_api", "dynamodb:UpdateItem", "csms-user"): "a token with another name or address",
}

type Used = dict[str, set[Use]]
"""Folder of a function → what it did."""

USED: Used = defaultdict(set)
"""In this process."""
RUNNING: ContextVar[str | None] = ContextVar("running", default=None)
"""The function that answers, where its handler is not on the stack: HTTP functions have threads."""


def excess(allowed: Mapping[str, frozenset[Use]], used: Mapping[str, set[Use]]) -> Sequence[str]:
    """Each right that its function never used, as `function: action on resource`."""
    return [
        f"{function}: {use}"
        for function, uses in sorted(allowed.items())
        for use in sorted(uses - used.get(function, set()))
        if (function, use.action, use.resource) not in SELDOM
    ]


class UsedRights:
    """Hooks of pytest: gathers what was used, and fails a whole run for what was not."""

    def __init__(self) -> None:
        self.excess: Sequence[str] = []
        self._is_whole = True

    def pytest_deselected(self, items: Sequence[pytest.Item]) -> None:
        """Not every test runs."""
        self._is_whole = self._is_whole and not items

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Every worker collects all tests, whichever of them it will run."""
        collected = {item.path for item in session.items}
        self._is_whole = self._is_whole and set(SUITE.rglob("test_*.py")) <= collected
        if session.config.getoption("collectonly"):
            self._is_whole = False

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any, error: object) -> None:
        """A worker is done. One that broke hands over nothing, and its run fails anyway."""
        handed = getattr(node, "workeroutput", {}).get(HANDED_OVER)
        if handed is None:
            self._is_whole = False
            return
        self._is_whole = self._is_whole and handed["whole"]
        for function, action, resource in handed["used"]:
            USED[function].add(Use(action, resource))

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Compare, or hand over to the process that does."""
        output = getattr(session.config, "workeroutput", None)
        if output is not None:
            rows = [(name, use.action, use.resource) for name, uses in USED.items() for use in uses]
            output[HANDED_OVER] = {"whole": self._is_whole, "used": rows}
        elif exitstatus == pytest.ExitCode.OK and self._is_whole:
            self.excess = excess(granted(), USED)
            if self.excess:
                session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Name what is too much."""
        if self.excess:
            terminalreporter.section("template.yaml allows what no integration test does")
            for line in self.excess:
                terminalreporter.write_line(line)
