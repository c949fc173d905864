"""CloudFormation's YAML and its intrinsic functions, resolved for one machine."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, cast

import yaml

# A node of the document: text, number, list or mapping, before or after its evaluation.
type Node = Any

REGION = "us-east-1"
ACCOUNT_ID = "000000000000"
PSEUDO_PARAMETERS: Mapping[str, str] = {
    "AWS::AccountId": ACCOUNT_ID,
    "AWS::NotificationARNs": "",
    "AWS::Partition": "aws",
    "AWS::Region": REGION,
    "AWS::StackId": f"arn:aws:cloudformation:{REGION}:{ACCOUNT_ID}:stack/csms/0",
    "AWS::StackName": "csms",
    "AWS::URLSuffix": "amazonaws.com",
}
# The property that Ref returns, for the resource types where it is a name of its own.
REF_PROPERTY: Mapping[str, str] = {
    "AWS::DynamoDB::Table": "TableName",
    "AWS::S3::Bucket": "BucketName",
    "AWS::SSM::Parameter": "Name",
    "AWS::ApiGatewayV2::Stage": "StageName",
}
MAX_DEPTH = 100
NO_VALUE = object()
_PLACEHOLDER = re.compile(r"\$\{(!?)([^}]*)\}")


class TemplateError(Exception):
    """The template says something that this machine cannot run."""


# libyaml's loader reads the template ten times faster; not every build of PyYAML has it.
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _CloudFormationLoader(_SafeLoader):  # type: ignore[misc] # chosen above
    """SafeLoader that keeps dates as text and turns `!Sub x` into `{"Fn::Sub": x}`."""


def _construct_tag(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> dict[str, Any]:
    value: Node
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(cast("yaml.MappingNode", node), deep=True)
    if suffix in ("Ref", "Condition"):
        return {suffix: value}
    if suffix == "GetAtt" and isinstance(value, str):
        value = value.split(".", 1)
    return {f"Fn::{suffix}": value}


_CloudFormationLoader.add_multi_constructor("!", _construct_tag)
_CloudFormationLoader.yaml_implicit_resolvers = {
    first: [entry for entry in entries if entry[0] != "tag:yaml.org,2002:timestamp"]
    for first, entries in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load_yaml(text: str) -> dict[str, Any]:
    """Parse a template; short forms become their long forms, dates stay text."""
    document = yaml.load(text, Loader=_CloudFormationLoader)  # noqa: S506 - derives from SafeLoader
    if not isinstance(document, dict):
        raise TemplateError("the template is not a mapping")
    return document


class Resolver:
    """Evaluates intrinsic functions against one template and one set of parameters.

    References to resources become names and ARNs of the made-up account 000000000000.
    Unknown functions and unknown names raise TemplateError: a typing error in the
    template must not start a system that only looks right.
    """

    def __init__(self, document: Mapping[str, Any], parameters: Mapping[str, str]) -> None:
        self._resources: Mapping[str, Any] = document.get("Resources") or {}
        self._conditions: Mapping[str, Any] = document.get("Conditions") or {}
        self._mappings: Mapping[str, Any] = document.get("Mappings") or {}
        self._parameters = _parameter_values(document.get("Parameters") or {}, parameters)
        self._depth = 0
        self._functions: Mapping[str, Callable[[Node], Node]] = {
            "Ref": self._ref,
            "Condition": self.condition,
            "Fn::Sub": self._sub,
            "Fn::GetAtt": self._get_att,
            "Fn::Join": self._join,
            "Fn::If": self._if,
            "Fn::Equals": self._equals,
            "Fn::Not": lambda args: not self.resolve(args[0]),
            "Fn::And": lambda args: all(self.resolve(arg) for arg in args),
            "Fn::Or": lambda args: any(self.resolve(arg) for arg in args),
            "Fn::Select": lambda args: self.resolve(args[1])[int(self.resolve(args[0]))],
            "Fn::Split": lambda args: self.resolve(args[1]).split(self.resolve(args[0])),
            "Fn::FindInMap": self._find_in_map,
        }

    @property
    def parameters(self) -> Mapping[str, Any]:
        """The parameter values in force, defaults included."""
        return self._parameters

    def resolve(self, node: Node) -> Node:
        """Return node with every intrinsic function evaluated; AWS::NoValue entries are gone."""
        self._depth += 1
        try:
            if self._depth > MAX_DEPTH:
                raise TemplateError("references of the template go in a circle")
            return self._resolve_one(node)
        finally:
            self._depth -= 1

    def condition(self, name: str) -> bool:
        """Evaluate a named condition."""
        if name not in self._conditions:
            raise TemplateError(f"unknown condition {name}")
        return bool(self.resolve(self._conditions[name]))

    def _resolve_one(self, node: Node) -> Node:
        if isinstance(node, list):
            items = [self.resolve(item) for item in node]
            return [item for item in items if item is not NO_VALUE]
        if not isinstance(node, dict):
            return node
        if len(node) == 1:
            ((key, argument),) = node.items()
            # "Condition" is a function where its value is a name; in policies it is a key.
            if key in self._functions and (key != "Condition" or isinstance(argument, str)):
                return self._functions[key](argument)
            if key.startswith("Fn::"):
                raise TemplateError(f"{key} is not supported on one machine")
        resolved = {key: self.resolve(value) for key, value in node.items()}
        return {key: value for key, value in resolved.items() if value is not NO_VALUE}

    def _ref(self, name: str) -> Node:
        if name == "AWS::NoValue":
            return NO_VALUE
        if name in PSEUDO_PARAMETERS:
            return PSEUDO_PARAMETERS[name]
        if name in self._parameters:
            return self._parameters[name]
        resource = self._resource(name)
        naming_property = REF_PROPERTY.get(resource["Type"], "")
        given = (resource.get("Properties") or {}).get(naming_property)
        return self.resolve(given) if given is not None else name

    def _get_att(self, argument: Node) -> str:
        name, attribute = (str(self.resolve(part)) for part in argument)
        resource = self._resource(name)
        if attribute == "Arn":
            return _arn(resource["Type"], str(self._ref(name)))
        return f"{name}.{attribute}"

    def _sub(self, argument: Node) -> str:
        text, variables = argument if isinstance(argument, list) else (argument, {})

        def value(match: re.Match[str]) -> str:
            is_literal, name = match.groups()
            if is_literal:
                return "${" + name + "}"
            if name in variables:
                return str(self.resolve(variables[name]))
            if "." in name:
                return self._get_att(name.split(".", 1))
            return str(self._ref(name))

        return _PLACEHOLDER.sub(value, text)

    def _join(self, argument: Node) -> str:
        separator, items = argument
        return str(separator).join(str(item) for item in self.resolve(items))

    def _if(self, argument: Node) -> Node:
        name, if_true, if_false = argument
        return self.resolve(if_true if self.condition(name) else if_false)

    def _equals(self, argument: Node) -> bool:
        left, right = (str(self.resolve(side)) for side in argument)
        return left == right

    def _find_in_map(self, argument: Node) -> Node:
        name, first, second = (self.resolve(part) for part in argument[:3])
        try:
            return self._mappings[name][first][second]
        except KeyError as error:
            raise TemplateError(f"no entry {first}.{second} in mapping {name}") from error

    def _resource(self, name: str) -> Mapping[str, Any]:
        if name not in self._resources:
            raise TemplateError(f"the template refers to {name}, which it does not define")
        resource: Mapping[str, Any] = self._resources[name]
        return resource


def _parameter_values(
    declared: Mapping[str, Any], given: Mapping[str, str]
) -> Mapping[str, str | list[str]]:
    unknown = sorted(set(given) - set(declared))
    if unknown:
        raise TemplateError(f"the template has no parameter {', '.join(unknown)}")
    values: dict[str, str | list[str]] = {}
    for name, declaration in declared.items():
        if name not in given and "Default" not in declaration:
            raise TemplateError(f"parameter {name} has no default and no value was given")
        text = str(given.get(name, declaration.get("Default", "")))
        is_list = str(declaration.get("Type", "")).startswith(("CommaDelimitedList", "List<"))
        values[name] = [part.strip() for part in text.split(",")] if is_list else text
    return values


def _arn(resource_type: str, name: str) -> str:
    service = resource_type.split("::")[1].lower()
    kinds = {
        "AWS::DynamoDB::Table": f"dynamodb:{REGION}:{ACCOUNT_ID}:table/{name}",
        "AWS::Serverless::Function": f"lambda:{REGION}:{ACCOUNT_ID}:function:{name}",
        "AWS::Lambda::Function": f"lambda:{REGION}:{ACCOUNT_ID}:function:{name}",
        "AWS::S3::Bucket": f"s3:::{name}",
    }
    return "arn:aws:" + kinds.get(resource_type, f"{service}:{REGION}:{ACCOUNT_ID}:{name}")
