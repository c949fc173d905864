"""What template.yaml deploys, read for one machine.

The template is the only place where a table, a function, a route or a schedule is
defined; the simulator has no list of its own, so nothing can exist in one of both alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from simulators.aws.intrinsics import Node, Resolver, TemplateError, load_yaml
from simulators.aws.resources import (
    Bucket,
    Cors,
    Function,
    HttpRoute,
    Schedule,
    Table,
    Template,
    Throttle,
    WebSocketApi,
)

__all__ = ["Template", "TemplateError", "load_template"]

DEFAULT_TIMEOUT_S = 3
DEFAULT_MEMORY_MB = 128
DEFAULT_RETRIES = 2
TABLE_KEYS = ("TableName", "AttributeDefinitions", "KeySchema")
INDEX_KEYS = ("IndexName", "KeySchema", "Projection")
_FUNCTION_IN_ARN = re.compile(r":function:([A-Za-z0-9_-]+)")


def load_template(
    path: Path,
    parameters: Mapping[str, str] | None = None,
    suggestions: Mapping[str, str] | None = None,
) -> Template:
    """Read the template with these parameter values; the others take their defaults.

    suggestions: values for parameters that the template may or may not have; parameters
    come before them. Raises TemplateError where the template refers to something that is
    not there, or lacks one of the parameters.
    """
    document = load_yaml(path.read_text(encoding="utf-8"))
    declared = document.get("Parameters") or {}
    known = {name: value for name, value in (suggestions or {}).items() if name in declared}
    resolver = Resolver(document, {**known, **(parameters or {})})
    reader = _Reader(document, resolver)
    functions = reader.functions()
    http_api = reader.first_of("AWS::Serverless::HttpApi")
    return Template(
        parameters=resolver.parameters,
        tables=reader.tables(),
        functions=functions,
        websocket=reader.websocket(functions),
        http_routes=reader.http_routes(),
        cors=_cors(http_api.get("CorsConfiguration")),
        throttle=_throttle(http_api.get("DefaultRouteSettings") or {}),
        schedules=reader.schedules(),
        distributions=tuple(reader.of_type("AWS::CloudFront::Distribution")),
        buckets=reader.buckets(),
    )


class _Reader:
    """Reads the resources whose condition holds."""

    def __init__(self, document: Mapping[str, Any], resolver: Resolver) -> None:
        self._resolver = resolver
        self._globals: Mapping[str, Any] = document.get("Globals") or {}
        self._resources: Mapping[str, Any] = {
            name: resource
            for name, resource in (document.get("Resources") or {}).items()
            if "Condition" not in resource or resolver.condition(resource["Condition"])
        }

    def of_type(self, resource_type: str) -> dict[str, dict[str, Any]]:
        """Logical id → resolved properties of every resource of the type."""
        return {
            name: self._resolver.resolve(resource.get("Properties") or {})
            for name, resource in self._resources.items()
            if resource["Type"] == resource_type
        }

    def first_of(self, resource_type: str) -> dict[str, Any]:
        """The properties of the only resource of the type, with its globals; empty if none."""
        short_name = resource_type.rsplit("::", 1)[1]
        defaults = self._resolver.resolve(self._globals.get(short_name) or {})
        found = list(self.of_type(resource_type).values())
        if len(found) > 1:
            raise TemplateError(f"one machine runs one {resource_type}, the template has more")
        return {**defaults, **found[0]} if found else {}

    def tables(self) -> dict[str, Table]:
        return {
            name: _table(properties)
            for name, properties in self.of_type("AWS::DynamoDB::Table").items()
        }

    def buckets(self) -> dict[str, Bucket]:
        return {
            name: _bucket(properties)
            for name, properties in self.of_type("AWS::S3::Bucket").items()
        }

    def functions(self) -> dict[str, Function]:
        defaults = self._resolver.resolve(self._globals.get("Function") or {})
        return {
            name: _function(name, properties, defaults)
            for name, properties in self.of_type("AWS::Serverless::Function").items()
        }

    def http_routes(self) -> tuple[HttpRoute, ...]:
        return tuple(
            HttpRoute(event["Method"].upper(), event["Path"], function)
            for _, function, event in self._events("HttpApi")
            if "Path" in event
        )

    def schedules(self) -> tuple[Schedule, ...]:
        found = self._events("Schedule") + self._events("ScheduleV2")
        return tuple(
            Schedule(name, event.get("Schedule") or event["ScheduleExpression"], function)
            for name, function, event in found
            if event.get("Enabled", True) is not False and event.get("State") != "DISABLED"
        )

    def websocket(self, functions: Mapping[str, Function]) -> WebSocketApi | None:
        apis = {
            name: properties
            for name, properties in self.of_type("AWS::ApiGatewayV2::Api").items()
            if properties.get("ProtocolType") == "WEBSOCKET"
        }
        if not apis:
            return None
        if len(apis) > 1:
            raise TemplateError("one machine runs one WebSocket API, the template has more")
        (api_id,) = apis
        integrations = self.of_type("AWS::ApiGatewayV2::Integration")
        routes: dict[str, str] = {}
        authorizer: str | None = None
        sources: tuple[str, ...] = ()
        for name, route in self._of_api("AWS::ApiGatewayV2::Route", api_id).items():
            integration = str(route.get("Target", "")).removeprefix("integrations/")
            if integration not in integrations:
                raise TemplateError(f"route {name} has no integration")
            routes[route["RouteKey"]] = _function_of(
                integrations[integration].get("IntegrationUri"), functions
            )
            if route.get("AuthorizationType") == "CUSTOM":
                properties = self.of_type("AWS::ApiGatewayV2::Authorizer")[route["AuthorizerId"]]
                authorizer = _function_of(properties.get("AuthorizerUri"), functions)
                sources = tuple(properties.get("IdentitySource") or ())
        stages = list(self._of_api("AWS::ApiGatewayV2::Stage", api_id).values())
        if len(stages) != 1:
            raise TemplateError(f"the WebSocket API needs exactly one stage, not {len(stages)}")
        return WebSocketApi(
            logical_id=api_id,
            stage=stages[0]["StageName"],
            routes=routes,
            authorizer=authorizer,
            authorizer_identity_sources=sources,
            origin_headers=self._origin_headers(api_id),
        )

    def _origin_headers(self, api_id: str) -> dict[str, str]:
        """The constant headers of the distribution whose origin is the API."""
        for distribution in self.of_type("AWS::CloudFront::Distribution").values():
            for origin in distribution["DistributionConfig"]["Origins"]:
                if origin["DomainName"].startswith(f"{api_id}."):
                    return {
                        header["HeaderName"].lower(): header["HeaderValue"]
                        for header in origin.get("OriginCustomHeaders", ())
                    }
        return {}

    def _of_api(self, resource_type: str, api_id: str) -> dict[str, dict[str, Any]]:
        return {
            name: properties
            for name, properties in self.of_type(resource_type).items()
            if properties.get("ApiId") == api_id
        }

    def _events(self, event_type: str) -> list[tuple[str, str, dict[str, Any]]]:
        """(function and event name, function, event properties) of every event of the type."""
        return [
            (f"{function}{event_name}", function, event.get("Properties") or {})
            for function, properties in self.of_type("AWS::Serverless::Function").items()
            for event_name, event in (properties.get("Events") or {}).items()
            if event["Type"] == event_type
        ]


def _table(properties: Mapping[str, Any]) -> Table:
    create: dict[str, Any] = {key: properties[key] for key in TABLE_KEYS if key in properties}
    if "TableName" not in create:
        raise TemplateError("a table has no TableName: its name must be known without a deployment")
    for kind in ("GlobalSecondaryIndexes", "LocalSecondaryIndexes"):
        if properties.get(kind):
            create[kind] = [
                {key: index[key] for key in INDEX_KEYS if key in index}
                for index in properties[kind]
            ]
    create["BillingMode"] = "PAY_PER_REQUEST"
    expiry = properties.get("TimeToLiveSpecification") or {}
    is_enabled = str(expiry.get("Enabled", False)).lower() == "true"
    return Table(create["TableName"], create, expiry["AttributeName"] if is_enabled else None)


def _bucket(properties: Mapping[str, Any]) -> Bucket:
    rules = (properties.get("LifecycleConfiguration") or {}).get("Rules", ())
    return Bucket(
        {
            rule.get("Prefix", ""): int(rule["ExpirationInDays"])
            for rule in rules
            if "ExpirationInDays" in rule and rule.get("Status") == "Enabled"
        }
    )


def _function(name: str, properties: Mapping[str, Any], defaults: Mapping[str, Any]) -> Function:
    def setting(key: str, fallback: Node = None) -> Node:
        return properties.get(key, defaults.get(key, fallback))

    variables = {
        **((defaults.get("Environment") or {}).get("Variables") or {}),
        **((properties.get("Environment") or {}).get("Variables") or {}),
    }
    folder = str(setting("CodeUri", ".")).strip("./").replace("/", ".")
    handler = str(setting("Handler", "handler.handler"))
    # SAM may also take the whole repository as CodeUri; then the handler names the folder itself.
    dotted = handler.replace("/", ".")
    reserved = setting("ReservedConcurrentExecutions")
    return Function(
        name=name,
        handler=f"{folder}.{dotted}" if folder else dotted,
        environment={key: _environment_text(value) for key, value in variables.items()},
        timeout_s=int(setting("Timeout", DEFAULT_TIMEOUT_S)),
        memory_mb=int(setting("MemorySize", DEFAULT_MEMORY_MB)),
        reserved_concurrency=None if reserved is None else int(reserved),
        asynchronous_retries=int(
            (setting("EventInvokeConfig") or {}).get("MaximumRetryAttempts", DEFAULT_RETRIES)
        ),
    )


def _environment_text(value: Node) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _function_of(uri: Node, functions: Mapping[str, Function]) -> str:
    match = _FUNCTION_IN_ARN.search(str(uri))
    if match is None or match.group(1) not in functions:
        raise TemplateError(f"{uri} names no function of the template")
    return match.group(1)


def _cors(configuration: Node) -> Cors | None:
    if not isinstance(configuration, dict):
        return None
    max_age = configuration.get("MaxAge")
    return Cors(
        allow_origins=tuple(configuration.get("AllowOrigins") or ()),
        allow_methods=tuple(configuration.get("AllowMethods") or ()),
        allow_headers=tuple(h.lower() for h in configuration.get("AllowHeaders") or ()),
        expose_headers=tuple(configuration.get("ExposeHeaders") or ()),
        allow_credentials=str(configuration.get("AllowCredentials", False)).lower() == "true",
        max_age_s=None if max_age is None else int(max_age),
    )


def _throttle(settings: Mapping[str, Any]) -> Throttle | None:
    if "ThrottlingRateLimit" not in settings:
        return None
    return Throttle(
        float(settings["ThrottlingRateLimit"]), int(settings.get("ThrottlingBurstLimit", 0))
    )
