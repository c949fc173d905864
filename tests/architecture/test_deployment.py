"""What CloudFormation would make: the transformed template against the code and AWS's limits."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import botocore.session
import pytest
from botocore.validate import ParamValidator

from simulators.aws.template import load_template
from tests.architecture.repository import ROOT
from tests.architecture.transformed import Resource, of_type, resources

MOST_ALARMS = 15
MOST_METRICS = 8
GATEWAY_WAITS_S = 29
# Nobody waits for them.
LONG = {"BooksCheckFunction", "ExportWriteFunction"}
COUNT = re.compile(r'observability\.count\("(\w+)"')
# What holds nothing that cannot be made again.
REPLACEABLE_TABLES = {"ExportTable", "ThrottleTable", "WebhookTable"}
OWN = {"Ref": "AWS::StackName"}
FUNCTIONS = of_type("Lambda::Function")


def _text(value: object) -> str:
    return json.dumps(value, sort_keys=True)


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_a_function_runs_as_its_code_expects(name: str) -> None:
    properties = FUNCTIONS[name]["Properties"]
    assert properties["Runtime"] == "python3.13"
    assert properties["Architectures"] == ["arm64"]
    assert properties["Handler"] == "handler.handler"
    assert name in LONG or properties["Timeout"] < GATEWAY_WAITS_S
    # X-Ray of every call costs more than everything else together.
    assert "TracingConfig" not in properties
    group = resources()[properties["LoggingConfig"]["LogGroup"]["Ref"]]["Properties"]
    assert group["RetentionInDays"] == {"Ref": "LogRetentionDays"}


def _invoked_by(kind: str, name: str) -> bool:
    wanted = {"Ref": name}, {"Fn::GetAtt": [name, "Arn"]}
    return any(
        permission["Properties"]["FunctionName"] in wanted
        and kind in _text(permission["Properties"]["Principal"])
        for permission in of_type("Lambda::Permission").values()
    )


def test_every_route_has_its_integration_and_permission() -> None:
    integrations = of_type("ApiGatewayV2::Integration")
    seen = set()
    for route in of_type("ApiGatewayV2::Route").values():
        (integration,) = re.findall(
            r"integrations/\$\{(\w+)\}", _text(route["Properties"]["Target"])
        )
        uri = _text(integrations[integration]["Properties"]["IntegrationUri"])
        (function,) = re.findall(r"\$\{(\w+Function)\.Arn\}", uri)
        assert _invoked_by("apigateway", function)
        seen.add(route["Properties"]["RouteKey"])
    assert seen == {"$connect", "$disconnect", "$default"}


def test_every_http_route_may_invoke_its_function() -> None:
    functions = {route.function for route in load_template(ROOT / "template.yaml").http_routes}
    assert functions == {"AdminApiFunction", "UserApiFunction"}
    assert all(_invoked_by("apigateway", name) for name in functions)


def test_a_schedule_is_tried_again_and_leaves_a_dead_letter() -> None:
    rules = of_type("Events::Rule")
    assert len(rules) == len(of_type("Lambda::EventInvokeConfig"))
    for rule in rules.values():
        (target,) = rule["Properties"]["Targets"]
        assert target["RetryPolicy"]["MaximumRetryAttempts"] > 0
        assert "ScheduleDeadLetters" in _text(target["DeadLetterConfig"])
    for config in of_type("Lambda::EventInvokeConfig").values():
        assert "ScheduleDeadLetters" in _text(config["Properties"]["DestinationConfig"])
        assert _invoked_by("events", config["Properties"]["FunctionName"]["Ref"])


def _statements(role: Resource) -> Iterator[Mapping[str, Any]]:
    for policy in role["Properties"].get("Policies", []):
        statements = policy["PolicyDocument"]["Statement"]
        yield from statements if isinstance(statements, list) else [statements]


@pytest.mark.parametrize("name", sorted(of_type("IAM::Role")))
def test_a_role_names_what_it_may_touch(name: str) -> None:
    for statement in _statements(resources()[name]):
        actions, targets = statement["Action"], statement["Resource"]
        assert "*" not in _text(actions), "an action is a wildcard"
        for target in targets if isinstance(targets, list) else [targets]:
            assert target != "*"
            # AWS needs these: connections have no names before they exist, indexes are a right.
            rest = _text(target).replace("/@connections/*", "").replace("/index/*", "")
            assert "*" not in rest or "s3" in _text(actions)


def test_what_holds_data_outlives_the_stack() -> None:
    tables = of_type("DynamoDB::Table")
    for name, table in {**tables, **of_type("S3::Bucket")}.items():
        if name not in REPLACEABLE_TABLES:
            assert table["DeletionPolicy"] == table["UpdateReplacePolicy"] == "Retain", name
    for name, table in tables.items():
        properties = table["Properties"]
        assert properties["BillingMode"] == "PAY_PER_REQUEST"
        assert properties["SSESpecification"]["SSEEnabled"]
        if name not in REPLACEABLE_TABLES:
            assert properties["DeletionProtectionEnabled"]
            assert properties["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"]


def _own_metrics() -> set[str]:
    """What the code and the filters of logs count."""
    counted = {
        name
        for path in (ROOT / "shared/csms").rglob("*.py")
        for name in COUNT.findall(path.read_text(encoding="utf-8"))
    }
    filters = {
        transformation["MetricName"]
        for one in of_type("Logs::MetricFilter").values()
        for transformation in one["Properties"]["MetricTransformations"]
    }
    return counted | filters


def _watched() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each metric that an alarm looks at, with its namespace, name and dimensions."""
    for name, alarm in of_type("CloudWatch::Alarm").items():
        properties = alarm["Properties"]
        if "MetricName" in properties:
            yield name, properties
        for one in properties.get("Metrics", []):
            if "MetricStat" in one:
                yield name, one["MetricStat"]["Metric"]


def test_alarms_and_metrics_are_few() -> None:
    assert len(of_type("CloudWatch::Alarm")) <= MOST_ALARMS
    assert len(_own_metrics()) <= MOST_METRICS


def test_an_alarm_on_a_metric_of_ours_watches_one_that_is_counted() -> None:
    own = {metric["MetricName"] for _, metric in _watched() if metric["Namespace"] == OWN}
    assert own <= _own_metrics()
    services = {
        function["Properties"]["Environment"]["Variables"]["POWERTOOLS_SERVICE_NAME"]
        for function in FUNCTIONS.values()
    }
    for name, metric in _watched():
        for dimension in metric.get("Dimensions", []):
            if metric["Namespace"] == OWN:
                assert dimension["Name"] == "service", name
                assert dimension["Value"] in services, name


def test_an_alarm_watches_resources_that_exist() -> None:
    for name, metric in _watched():
        for dimension in metric.get("Dimensions", []):
            for target in re.findall(
                r'"(?:Ref|Fn::GetAtt)": \[?"(\w+)"', _text(dimension["Value"])
            ):
                assert target in resources() or target == "StageName", name


def test_every_alarm_tells_somebody_and_has_a_runbook() -> None:
    runbooks = (ROOT / "docs/operations.md").read_text(encoding="utf-8")
    headings = set(re.findall(r"^### (\w+)$", runbooks, re.MULTILINE))
    alarms = of_type("CloudWatch::Alarm")
    assert headings == {name.removesuffix("Alarm") for name in alarms} | {"CostBudget"}
    assert runbooks.count("*When it is normal:*") == len(headings)
    assert all(
        "AlarmTopicArn" in _text(one["Properties"]["AlarmActions"]) for one in alarms.values()
    )


def test_every_metric_of_ours_is_documented() -> None:
    text = (ROOT / "docs/operations.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)) >= _own_metrics()


def test_metrics_come_from_groups_that_can_have_them() -> None:
    counting = {"OcppMessageLogs", "ChargerAuthorizerLogs", "HeartbeatSweepLogs"}
    for name in (*counting, "BillingRetryLogs", "BooksCheckLogs"):
        assert resources()[name]["Properties"]["LogGroupClass"] == "STANDARD"


def test_each_door_says_which_it_is_and_carries_the_secret() -> None:
    doors = {
        "ChargerDistribution": "wss",
        "PlainDoorDistribution": "ws",
        "ClientCertificateDistribution": "mtls",
    }
    for name, door in doors.items():
        config = resources()[name]["Properties"]["DistributionConfig"]
        (origin,) = config["Origins"]
        sent = {one["HeaderName"]: one["HeaderValue"] for one in origin["OriginCustomHeaders"]}
        assert sent == {"x-origin-secret": {"Ref": "OriginSecret"}, "x-ocpp-door": door}
        policy = config["DefaultCacheBehavior"]["ViewerProtocolPolicy"]
        assert policy == ("allow-all" if door == "ws" else "https-only")
        assert resources()[name]["Condition"]


def test_what_cfn_lint_does_not_know_yet_has_the_shape_of_the_api() -> None:
    """Its schema has no ViewerMtlsConfig; CloudFormation takes what the API of CloudFront takes."""
    config = resources()["ClientCertificateDistribution"]["Properties"]["DistributionConfig"]
    known = resources()["ChargerDistribution"]["Properties"]["DistributionConfig"]
    assert set(config) - set(known) == {"ViewerMtlsConfig"}
    mutual = {**config["ViewerMtlsConfig"]}
    store = mutual["TrustStoreConfig"]
    assert store["TrustStoreId"] == {"Ref": "ClientTrustStoreId"}
    mutual["TrustStoreConfig"] = {**store, "TrustStoreId": "a-store"}
    cloudfront = botocore.session.get_session().get_service_model("cloudfront")
    shape: Any = cloudfront.shape_for("ViewerMtlsConfig")
    report = ParamValidator().validate(mutual, shape)
    assert not report.has_errors(), report.generate_report()
    assert mutual["Mode"] in shape.members["Mode"].enum


def test_buckets_are_closed_to_all_but_their_distribution() -> None:
    for name, bucket in of_type("S3::Bucket").items():
        closed = bucket["Properties"]["PublicAccessBlockConfiguration"]
        assert len(closed) == 4
        assert all(closed.values()), name
