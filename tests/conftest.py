"""What holds for every test: a closed environment, and no test that is skipped unseen."""

import os
from collections.abc import Generator

import pytest
from hypothesis import HealthCheck, settings

from tests.used_rights import UsedRights

# Set before anything of the product is imported. Nothing can reach AWS: the credentials are
# none, and every endpoint that a test does not name leads to a closed port.
os.environ.update(  # noqa: TID251 - the environment of the functions under test
    {
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_ENDPOINT_URL": "http://127.0.0.1:1",
        "DIRECT_DOOR": "on",
        "FILES_BUCKET": "FilesBucket",
        "FILES_SECRET": "a-secret-of-the-file-door",
        "FILES_URL": "https://files.test",
        "ORIGIN_SECRET": "a-secret-of-the-distribution-in-front",
        "POWERTOOLS_METRICS_NAMESPACE": "csms",
        "POWERTOOLS_SERVICE_NAME": "test",
        "TABLE_PREFIX": "csms",
    }
)
for name in ("AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_CONFIG_FILE"):
    os.environ.pop(name, None)  # noqa: TID251 - see above


# A busy machine is no failure, and a run that fails must fail again: the same examples each time.
settings.register_profile(
    "suite",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("suite")


def pytest_configure(config: pytest.Config) -> None:
    """Look, over all processes of a run, for rights that nothing uses."""
    config.pluginmanager.register(UsedRights())


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure unless the test is marked `may_skip("reason")`."""
    report = yield
    if (
        report.skipped
        and not hasattr(report, "wasxfail")
        and not item.get_closest_marker("may_skip")
    ):
        report.outcome = "failed"
        report.longrepr = f"skipped without leave: {_reason(report.longrepr)}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """A module that skips itself fails too."""
    report = yield
    if report.skipped:
        report.outcome = "failed"
        report.longrepr = f"skipped without leave: {_reason(report.longrepr)}"
    return report


def _reason(longrepr: object) -> str:
    return str(longrepr[2]) if isinstance(longrepr, tuple) else str(longrepr)
