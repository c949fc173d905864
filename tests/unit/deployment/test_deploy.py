"""What `make deploy` asks and decides before it builds anything; moto takes the place of AWS."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from moto import mock_aws

from deployment.deploy import SECRETS, Plan, Refused, command_of, make_plan
from tests.architecture.repository import ROOT
from tests.architecture.stack import client

CONFIG = {"stack_name": "csms-dev", "parameter_overrides": "LogLevel=DEBUG"}
EMPTY = json.dumps({"Resources": {"Queue": {"Type": "AWS::SQS::Queue"}}})


@pytest.fixture(autouse=True)
def account() -> Iterator[None]:
    """An account without stacks."""
    with mock_aws():
        yield


def _plan(**config: str) -> Plan:
    return make_plan("dev", {**CONFIG, **config}, client)


def test_the_first_deploy_makes_the_secrets_of_the_stack() -> None:
    plan = _plan()
    assert plan.account == "123456789012"
    assert tuple(plan.made) == SECRETS
    *command, overrides = command_of("dev", plan, [])
    assert command == ["deploy", "--config-env", "dev", "--parameter-overrides"]
    given, *made = overrides.split()
    assert given == "LogLevel=DEBUG"
    values = [re.fullmatch(r"(\w+)=([0-9a-f]{64})", one) for one in made]
    assert [match[1] for match in values if match] == [*SECRETS]
    assert len({match[2] for match in values if match}) == len(SECRETS)


def test_a_secret_that_somebody_chose_is_kept() -> None:
    plan = _plan(parameter_overrides="OriginSecret=chosen WebConnectOrigins='a b'")
    assert list(plan.made) == ["SigningSecret", "FilesSecret"]
    assert plan.parameters.startswith("OriginSecret=chosen WebConnectOrigins='a b' SigningSecret=")


def test_a_later_deploy_leaves_the_secrets_as_they_are() -> None:
    client("cloudformation").create_stack(StackName="csms-dev", TemplateBody=EMPTY)
    plan = _plan()
    assert list(plan.made) == []
    assert command_of("dev", plan, ["--no-confirm-changeset"]) == [
        *("deploy", "--config-env", "dev", "--no-confirm-changeset")
    ]


def test_a_change_set_that_was_never_carried_out_is_no_stack_yet() -> None:
    client("cloudformation").create_change_set(
        StackName="csms-dev", ChangeSetName="first", ChangeSetType="CREATE", TemplateBody=EMPTY
    )
    assert tuple(_plan().made) == SECRETS


def test_parameters_that_would_take_the_secrets_away_are_refused() -> None:
    with pytest.raises(Refused, match=r"under \[dev\.deploy\.parameters\]"):
        command_of("dev", _plan(), ["--parameter-overrides", "LogLevel=INFO"])


def _deploy(environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "deployment.deploy", environment],
        cwd=ROOT,
        env={
            "PATH": "/usr/bin:/bin",
            "HOME": "/nonexistent",
            "PYTHONPATH": str(ROOT),
            "AWS_DEFAULT_REGION": "eu-central-1",
            "AWS_EC2_METADATA_DISABLED": "true",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_without_credentials_nothing_is_built_and_the_next_step_is_said() -> None:
    refused = _deploy("prod")
    assert refused.returncode == 2
    assert "There are no credentials of AWS" in refused.stderr
    assert "make deploy ENV=prod" in refused.stderr
    assert refused.stdout == ""


def test_an_environment_that_nobody_configured_is_refused() -> None:
    refused = _deploy("stage")
    assert refused.returncode == 2
    assert refused.stderr == "samconfig.toml knows no ENV=stage, only: dev prod\n"
