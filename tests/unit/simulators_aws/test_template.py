"""template.yaml as one machine understands it."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulators.aws.intrinsics import Resolver, load_yaml
from simulators.aws.template import TemplateError, load_template

TEMPLATE = """
AWSTemplateFormatVersion: 2010-09-09
Transform: AWS::Serverless-2016-10-31
Parameters:
  TablePrefix: {Type: String, Default: csms}
  Demo: {Type: String, Default: "no"}
  Origins: {Type: CommaDelimitedList, Default: "https://a.example, https://b.example"}
Conditions:
  HasDemo: !Equals [!Ref Demo, "yes"]
Globals:
  Function:
    Timeout: 25
    MemorySize: 512
    Environment: {Variables: {TABLE_PREFIX: !Ref TablePrefix, LOG: INFO}}
  HttpApi:
    CorsConfiguration: {AllowOrigins: !Ref Origins, AllowMethods: [GET], AllowHeaders: [ETag]}
Resources:
  ChargerTable:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: !Sub "${TablePrefix}-charger"
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{AttributeName: charger_id, AttributeType: S}]
      KeySchema: [{AttributeName: charger_id, KeyType: HASH}]
      TimeToLiveSpecification: {AttributeName: expires_at, Enabled: true}
      PointInTimeRecoverySpecification: {PointInTimeRecoveryEnabled: true}
  DemoTable:
    Type: AWS::DynamoDB::Table
    Condition: HasDemo
    Properties: {TableName: demo, AttributeDefinitions: [], KeySchema: []}
  Message:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: functions/ocpp_message/
      Handler: handler.handler
      Environment:
        Variables:
          LOG: DEBUG
          ARN: !GetAtt ChargerTable.Arn
          ENDPOINT: !Sub "https://${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}/v1"
          UNSET: !If [HasDemo, demo, !Ref AWS::NoValue]
      Events:
        Get: {Type: HttpApi, Properties: {ApiId: !Ref HttpApi, Method: get, Path: "/x/{id}"}}
        Tick: {Type: Schedule, Properties: {Schedule: rate(1 minute)}}
        Off: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 hour), State: DISABLED}}
  HttpApi:
    Type: AWS::Serverless::HttpApi
    Properties: {DefaultRouteSettings: {ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100}}
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties: {Name: ws, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action}
  Integration:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      IntegrationType: AWS_PROXY
      IntegrationUri: !Sub "arn:aws:apigateway:us-east-1:lambda:path/f/${Message.Arn}/invocations"
  Authorizer:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties:
      ApiId: !Ref Api
      AuthorizerType: REQUEST
      AuthorizerUri: !Sub "arn:aws:apigateway:us-east-1:lambda:path/f/${Message.Arn}/invocations"
  Connect:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Api
      RouteKey: $connect
      AuthorizationType: CUSTOM
      AuthorizerId: !Ref Authorizer
      Target: !Join ["/", [integrations, !Ref Integration]]
  Default:
    Type: AWS::ApiGatewayV2::Route
    Properties: {ApiId: !Ref Api, RouteKey: $default, Target: !Sub "integrations/${Integration}"}
  Stage:
    Type: AWS::ApiGatewayV2::Stage
    Properties: {ApiId: !Ref Api, StageName: v1, AutoDeploy: true}
"""


@pytest.fixture
def template_path(tmp_path: Path) -> Path:
    path = tmp_path / "template.yaml"
    path.write_text(TEMPLATE)
    return path


def test_a_table_becomes_the_arguments_of_create_table(template_path: Path) -> None:
    template = load_template(template_path, {"TablePrefix": "other"})
    assert list(template.tables) == ["ChargerTable"]
    table = template.tables["ChargerTable"]
    assert (table.name, table.ttl_attribute) == ("other-charger", "expires_at")
    assert table.create_table == {
        "TableName": "other-charger",
        "AttributeDefinitions": [{"AttributeName": "charger_id", "AttributeType": "S"}],
        "KeySchema": [{"AttributeName": "charger_id", "KeyType": "HASH"}],
        "BillingMode": "PAY_PER_REQUEST",
    }


def test_a_condition_decides_whether_a_resource_exists(template_path: Path) -> None:
    assert "DemoTable" in load_template(template_path, {"Demo": "yes"}).tables


def test_a_function_has_the_environment_of_the_template_and_its_globals(
    template_path: Path,
) -> None:
    function = load_template(template_path).functions["Message"]
    assert function.handler == "functions.ocpp_message.handler.handler"
    assert (function.timeout_s, function.memory_mb) == (25, 512)
    assert function.environment == {
        "TABLE_PREFIX": "csms",
        "LOG": "DEBUG",
        "ARN": "arn:aws:dynamodb:us-east-1:000000000000:table/csms-charger",
        "ENDPOINT": "https://Api.execute-api.us-east-1.amazonaws.com/v1",
    }


def test_routes_lead_to_functions(template_path: Path) -> None:
    template = load_template(template_path)
    websocket = template.websocket
    assert websocket is not None
    assert websocket.routes == {"$connect": "Message", "$default": "Message"}
    assert (websocket.stage, websocket.authorizer) == ("v1", "Message")
    (route,) = template.http_routes
    assert (route.method, route.path, route.function) == ("GET", "/x/{id}", "Message")


def test_disabled_schedules_do_not_exist(template_path: Path) -> None:
    (schedule,) = load_template(template_path).schedules
    assert (schedule.expression, schedule.function) == ("rate(1 minute)", "Message")


def test_globals_of_the_http_api_hold(template_path: Path) -> None:
    template = load_template(template_path)
    assert template.cors is not None
    assert template.cors.allow_origins == ("https://a.example", "https://b.example")
    assert template.throttle is not None
    assert (template.throttle.rate_per_s, template.throttle.burst) == (50, 100)


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        ("{Ref: Nowhere}", "Nowhere"),
        ("!If [Nothing, 1, 2]", "Nothing"),
        ('!ImportValue "x"', "Fn::ImportValue"),
        ("!FindInMap [A, b, c]", "A"),
    ],
)
def test_a_reference_to_nothing_is_an_error(broken: str, complaint: str) -> None:
    document = load_yaml(f"Resources: {{}}\nOutputs: {broken}")
    with pytest.raises(TemplateError, match=complaint):
        Resolver(document, {}).resolve(document["Outputs"])


def test_an_unknown_parameter_is_an_error(template_path: Path) -> None:
    with pytest.raises(TemplateError, match="Colour"):
        load_template(template_path, {"Colour": "red"})


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ('!Select [1, !Split ["-", "a-b"]]', "b"),
        ('!Join ["", [a, !Ref "AWS::Region"]]', "aus-east-1"),
        ('!Sub ["${x}${!y}", {x: 1}]', "1${y}"),
        ("!Not [!Equals [a, b]]", True),
        ("!And [!Equals [a, a], !Equals [b, c]]", False),
    ],
)
def test_intrinsic_functions(expression: str, value: object) -> None:
    document = load_yaml(f"Resources: {{}}\nOutputs: {expression}")
    assert Resolver(document, {}).resolve(document["Outputs"]) == value


def test_files_of_a_bucket_end_as_its_rules_say(tmp_path: Path) -> None:
    path = tmp_path / "template.yaml"
    path.write_text(
        """
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      LifecycleConfiguration:
        Rules:
          - {Id: a, Status: Enabled, Prefix: uploads/, ExpirationInDays: 90}
          - {Id: b, Status: Disabled, Prefix: kept/, ExpirationInDays: 1}
          - {Id: c, Status: Enabled, AbortIncompleteMultipartUpload: {DaysAfterInitiation: 1}}
  Plain:
    Type: AWS::S3::Bucket
"""
    )
    buckets = load_template(path).buckets
    assert buckets["Files"].expiry_days == {"uploads/": 90}
    assert buckets["Plain"].expiry_days == {}
