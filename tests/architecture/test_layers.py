"""Each function finds in its layers everything that its code imports."""

import re
import sys
from collections.abc import Mapping
from functools import cache
from importlib.metadata import packages_distributions

import grimp
import pytest

from simulators.aws.intrinsics import load_yaml
from tests.architecture.repository import ROOT

# What Lambda's runtime brings is not relied upon: its versions change without us.
LOCK_OF_LAYER = {"OcppDependenciesLayer": "ocpp", "ApiDependenciesLayer": "api"}
# Imported when the validators are written, which a build does and a function never.
AT_BUILD = {"csms.ocpp16.generate"}


def functions() -> dict[str, str]:
    """Folder → the lock of the layer with its third-party code."""
    resources = load_yaml((ROOT / "template.yaml").read_text(encoding="utf-8"))["Resources"]
    return {
        properties["CodeUri"].removeprefix("functions/"): LOCK_OF_LAYER[
            properties["Layers"][0]["Ref"]
        ]
        for properties in (
            resource["Properties"]
            for resource in resources.values()
            if resource["Type"] == "AWS::Serverless::Function"
        )
    }


@pytest.mark.parametrize(("function", "lock"), sorted(functions().items()))
def test_a_function_finds_its_imports_in_its_layers(function: str, lock: str) -> None:
    graph = _graph()
    own = upstream(function) - AT_BUILD | {f"functions.{function}.handler"}
    external = {
        imported.split(".")[0]
        for module in own
        if not graph.is_module_squashed(module)
        for imported in graph.find_modules_directly_imported_by(module)
        if graph.is_module_squashed(imported)
    }
    wanted = {
        distribution.lower().replace("_", "-")
        for name in external - set(sys.stdlib_module_names)
        for distribution in _distributions()[name]
    }
    assert wanted - _pinned(lock) == set()


@pytest.mark.parametrize("lock", sorted(LOCK_OF_LAYER.values()))
def test_both_layers_know_the_time_zones(lock: str) -> None:
    assert "tzdata" in _pinned(lock)


def upstream(function: str) -> set[str]:
    """Every module of the product that a function imports, directly or not."""
    modules = _graph().find_upstream_modules(f"functions.{function}.handler")
    return {name for name in modules if name.split(".")[0] == "csms"}


def _pinned(lock: str) -> set[str]:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    return set(re.findall(r"^([\w.-]+)==", text, re.MULTILINE))


@cache
def _distributions() -> Mapping[str, list[str]]:
    """Name of a module → the packages that install it."""
    return packages_distributions()


@cache
def _graph() -> grimp.ImportGraph:
    return grimp.build_graph(
        "csms",
        "functions",
        include_external_packages=True,
        cache_dir=str(ROOT / ".cache/import-linter"),
    )
