"""Tables, buckets, queues, roles, functions and schedules of the template deploy, and are right.

moto takes the place of AWS. What its CloudFormation leaves out of a table, a test sets as the
template says: expiry of rows and point-in-time recovery.
"""

import ast
import base64
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest
from moto.iam.access_control import IAMPolicy, PermissionResult

from simulators.aws.template import load_template
from tests.architecture.repository import ROOT
from tests.architecture.stack import PARAMETERS, client, deploy, deployed
from tests.architecture.transformed import CODE_BUCKET
from tests.rights import Use, granted

pytestmark = pytest.mark.slow
TEMPLATE = load_template(ROOT / "template.yaml", PARAMETERS)
TABLES = {table.name: (logical, table) for logical, table in TEMPLATE.tables.items()}
FUNCTIONS = {function.handler.split(".")[1]: name for name, function in TEMPLATE.functions.items()}
ASKED = {use for uses in granted().values() for use in uses} | {
    Use("dynamodb:Scan", table) for table in TABLES
}
ACCOUNT = "123456789012"

type Names = Mapping[str, str]


@pytest.fixture(scope="module")
def stack() -> Iterator[Names]:
    """Physical names of what was made."""
    with deploy() as names:
        yield names


def test_all_that_moto_knows_is_made(stack: Names) -> None:
    (made,) = client("cloudformation").describe_stacks()["Stacks"]
    assert made["StackStatus"] == "CREATE_COMPLETE"
    assert set(stack) == set(deployed())


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_the_one_that_one_machine_makes(stack: Names, name: str) -> None:
    logical, table = TABLES[name]
    made = client("dynamodb").describe_table(TableName=name)["Table"]
    assert stack[logical] == name
    for part in ("AttributeDefinitions", "KeySchema"):
        assert made[part] == table.create_table[part]
    for kind in ("GlobalSecondaryIndexes", "LocalSecondaryIndexes"):
        assert _indexes(made[kind]) == _indexes(table.create_table.get(kind, []))
    assert made["BillingModeSummary"]["BillingMode"] == "PAY_PER_REQUEST"


def _indexes(described: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    return {index["IndexName"]: (index["KeySchema"], index["Projection"]) for index in described}


@pytest.mark.parametrize("name", TABLES)
def test_rows_expire_and_data_can_be_restored(stack: Names, name: str) -> None:
    logical, table = TABLES[name]
    properties = deployed()[logical]["Properties"]
    tables = client("dynamodb")
    if "TimeToLiveSpecification" in properties:
        expiry = properties["TimeToLiveSpecification"]
        tables.update_time_to_live(TableName=name, TimeToLiveSpecification=expiry)
    expiring = tables.describe_time_to_live(TableName=name)["TimeToLiveDescription"]
    assert expiring.get("AttributeName") == table.ttl_attribute
    is_kept = deployed()[logical]["DeletionPolicy"] == "Retain"
    protected = tables.describe_table(TableName=name)["Table"]["DeletionProtectionEnabled"]
    assert protected is is_kept
    if is_kept:
        recovery = properties["PointInTimeRecoverySpecification"]
        answer = tables.update_continuous_backups(
            TableName=name, PointInTimeRecoverySpecification=recovery
        )
        status = answer["ContinuousBackupsDescription"]["PointInTimeRecoveryDescription"]
        assert status["PointInTimeRecoveryStatus"] == "ENABLED"


@pytest.mark.parametrize("folder", FUNCTIONS)
def test_a_function_has_its_own_code_and_environment(stack: Names, folder: str) -> None:
    expected = TEMPLATE.functions[FUNCTIONS[folder]]
    name = stack[FUNCTIONS[folder]]
    made = client("lambda").get_function_configuration(FunctionName=name)
    code = client("s3").get_object(Bucket=CODE_BUCKET, Key=f"functions/{folder}")["Body"].read()
    assert made["Runtime"] == "python3.13"
    assert made["Handler"] == "handler.handler"
    assert made["CodeSha256"] == base64.b64encode(hashlib.sha256(code).digest()).decode()
    assert made["Timeout"] == expected.timeout_s
    assert made["MemorySize"] == expected.memory_mb
    assert made["Role"].rpartition("/")[2] == stack[f"{FUNCTIONS[folder]}Role"]
    environment = {name: str(value) for name, value in made["Environment"]["Variables"].items()}
    # The one name that a stack makes up.
    made_up = {name: stack["FilesBucket"] for name in environment if name == "FILES_BUCKET"}
    assert environment == {**expected.environment, **made_up}


@pytest.mark.parametrize("folder", FUNCTIONS)
def test_a_role_allows_what_its_function_does_and_no_more(stack: Names, folder: str) -> None:
    roles, role = client("iam"), stack[f"{FUNCTIONS[folder]}Role"]
    documents = [
        roles.get_role_policy(RoleName=role, PolicyName=name)["PolicyDocument"]
        for name in roles.list_role_policies(RoleName=role)["PolicyNames"]
    ]
    # moto keeps what its CloudFormation made as Python writes it.
    policies = [IAMPolicy(json.dumps(ast.literal_eval(document))) for document in documents]
    allowed = {
        use
        for use in ASKED
        if any(
            policy.is_action_permitted(use.action, _arn(stack, use)) is PermissionResult.PERMITTED
            for policy in policies
        )
    }
    assert allowed == granted()[folder]


def _arn(stack: Names, use: Use) -> str:
    """One thing that a right is about, as AWS names it in a call."""
    service = use.action.partition(":")[0]
    if service == "execute-api":
        api = f"arn:aws:execute-api:us-east-1:{ACCOUNT}:ChargerApi/ocpp"
        return f"{api}/{use.resource}/@connections/A%3D"
    if service == "s3":
        bucket, _, folder = use.resource.partition("/")
        return f"arn:aws:s3:::{stack[bucket]}" + (f"/{folder}/a/file" if folder else "")
    table, _, index = use.resource.partition("/")
    arn = f"arn:aws:dynamodb:us-east-1:{ACCOUNT}:table/{table}"
    return f"{arn}/index/by_name" if index else arn


def test_schedules_start_their_functions(stack: Names) -> None:
    rules = client("events")
    started = {}
    for rule in rules.list_rules()["Rules"]:
        (target,) = rules.list_targets_by_rule(Rule=rule["Name"])["Targets"]
        started[target["Arn"].rpartition(":")[2]] = rule["ScheduleExpression"]
    assert started == {
        stack[schedule.function]: schedule.expression for schedule in TEMPLATE.schedules
    }


def test_dead_letters_wait_for_two_weeks(stack: Names) -> None:
    queue = client("sqs").get_queue_attributes(
        QueueUrl=stack["ScheduleDeadLetters"], AttributeNames=["All"]
    )["Attributes"]
    assert int(queue["MessageRetentionPeriod"]) == 14 * 24 * 3600
    assert queue["SqsManagedSseEnabled"] == "true"


def test_logs_end(stack: Names) -> None:
    groups = client("logs").describe_log_groups()["logGroups"]
    assert {group["logGroupName"] for group in groups} == {
        f"/aws/lambda/{stack[name]}" for name in TEMPLATE.functions
    }
    assert {group["retentionInDays"] for group in groups} == {30}
