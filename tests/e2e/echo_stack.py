"""A template with tiny functions, to test the simulator without the product."""

from __future__ import annotations

from pathlib import Path

TEMPLATE = """
Parameters:
  OriginSecret: {Type: String, Default: ""}
Globals:
  Function: {Timeout: 5, Environment: {Variables: {GATEWAY_ENDPOINT: !Sub "https://${Api}.execute-api.${AWS::Region}.amazonaws.com/v1"}}}
Resources:
  RowTable:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: rows
      AttributeDefinitions: [{AttributeName: key, AttributeType: S}]
      KeySchema: [{AttributeName: key, KeyType: HASH}]
      TimeToLiveSpecification: {AttributeName: ttl, Enabled: true}
  Authorizer: {Type: AWS::Serverless::Function, Properties: {CodeUri: functions/authorizer, Handler: handler.handler}}
  Sockets: {Type: AWS::Serverless::Function, Properties: {CodeUri: functions/sockets, Handler: handler.handler, Timeout: 4}}
  Web:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: functions/web
      Handler: handler.handler
      Environment: {Variables: {COLOUR: red}}
      Events:
        Any: {Type: HttpApi, Properties: {Method: ANY, Path: "/echo/{proxy+}"}}
        Item: {Type: HttpApi, Properties: {Method: GET, Path: "/echo/items/{id}"}}
        Health: {Type: HttpApi, Properties: {Method: GET, Path: "/health"}}
        Tick: {Type: Schedule, Properties: {Schedule: rate(1 minute)}}
  HttpApi:
    Type: AWS::Serverless::HttpApi
    Properties:
      CorsConfiguration: {AllowOrigins: ["https://app.example"], AllowMethods: [GET], AllowHeaders: [etag], MaxAge: 60}
  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {ProtocolType: WEBSOCKET}}
  Stage: {Type: AWS::ApiGatewayV2::Stage, Properties: {ApiId: !Ref Api, StageName: v1}}
  Integration: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref Api, IntegrationUri: !GetAtt Sockets.Arn}}
  SocketAuthorizer: {Type: AWS::ApiGatewayV2::Authorizer, Properties: {ApiId: !Ref Api, AuthorizerUri: !GetAtt Authorizer.Arn}}
  Connect:
    Type: AWS::ApiGatewayV2::Route
    Properties: {ApiId: !Ref Api, RouteKey: $connect, AuthorizationType: CUSTOM, AuthorizerId: !Ref SocketAuthorizer, Target: !Sub "integrations/${Integration}"}
  Message: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: $default, Target: !Sub "integrations/${Integration}"}}
  Disconnect: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: $disconnect, Target: !Sub "integrations/${Integration}"}}
  Distribution:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Origins:
          - DomainName: !Sub "${Api}.execute-api.${AWS::Region}.amazonaws.com"
            OriginCustomHeaders:
              - {HeaderName: x-origin-secret, HeaderValue: !Ref OriginSecret}
              - {HeaderName: x-ocpp-door, HeaderValue: wss}
"""  # noqa: E501 - a template in as few lines as it takes

AUTHORIZER = """
def handler(event, context):
    path = event["headers"].get("x-ocpp-path", "")
    if path.endswith("/nobody"):
        raise Exception("Unauthorized")
    if path.endswith("/broken"):
        raise ValueError("broken")
    effect = "Deny" if path.endswith("/denied") else "Allow"
    statement = {"Action": "execute-api:Invoke", "Effect": effect, "Resource": event["methodArn"]}
    return {
        "principalId": path,
        "policyDocument": {"Version": "2012-10-17", "Statement": [statement]},
        "context": {"path": path, "number": 7, "door": event["headers"].get("x-ocpp-door", "none"),
                    "secret": event["headers"].get("x-origin-secret", "none")},
    }
"""

SOCKETS = """
import json, os, time
import botocore.session

session = botocore.session.get_session()
endpoint = os.environ["GATEWAY_ENDPOINT"]
gateway = session.create_client("apigatewaymanagementapi", endpoint_url=endpoint)
rows = session.create_client("dynamodb")


def handler(event, context):
    request = event["requestContext"]
    if request["eventType"] == "CONNECT":
        if request["authorizer"]["path"].endswith("/refused"):
            return {"statusCode": 404}
        offered = event["headers"].get("Sec-WebSocket-Protocol", "").split(",")[0].strip()
        headers = {"Sec-WebSocket-Protocol": offered} if offered else {}
        return {"statusCode": 200, "headers": headers}
    if request["eventType"] == "DISCONNECT":
        print(json.dumps({"disconnected": request["connectionId"],
                          "code": request["disconnectStatusCode"]}), flush=True)
        return {"statusCode": 200}
    command, _, rest = event["body"].partition(" ")
    if command == "raise":
        raise ValueError(rest)
    if command == "sleep":
        time.sleep(float(rest))
    if command == "exit":
        os._exit(3)
    if command == "store":
        rows.put_item(TableName="rows", Item={"key": {"S": rest}})
    answer = json.dumps(event) if command == "event" else event["body"]
    gateway.post_to_connection(ConnectionId=request["connectionId"], Data=answer.encode())
    return {"statusCode": 200}
"""

WEB = """
import base64, json, os, time


def handler(event, context):
    if "source" in event:
        print(json.dumps(event), flush=True)
        return None
    if event["rawPath"] == "/health":
        return {"status": "ok"}
    if event["rawPath"] == "/echo/binary":
        return {"statusCode": 201, "headers": {"content-type": "image/png"},
                "cookies": ["a=1", "b=2"], "body": base64.b64encode(b"\\x89PNG").decode(),
                "isBase64Encoded": True}
    if event["rawPath"] == "/echo/sleep":
        time.sleep(4)
    if event["rawPath"] == "/echo/raise":
        raise ValueError("no")
    if event["rawPath"] == "/echo/environment":
        return {"statusCode": 200, "body": json.dumps(dict(os.environ))}
    headers = {"content-type": "application/json"}
    return {"statusCode": 200, "headers": headers, "body": json.dumps(event)}
"""


def write_stack(folder: Path) -> Path:
    """Write the template and its functions; return the template's path."""
    for name, source in (("authorizer", AUTHORIZER), ("sockets", SOCKETS), ("web", WEB)):
        package = folder / "functions" / name
        package.mkdir(parents=True)
        (package / "handler.py").write_text(source)
    (folder / "functions" / "__init__.py").touch()
    template = folder / "template.yaml"
    template.write_text(TEMPLATE)
    return template
