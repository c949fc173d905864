"""The HTTP routes of template.yaml are those of the two applications."""

import re

import pytest
from fastapi import FastAPI

from csms.entrypoints.api.admin.app import app as admin
from csms.entrypoints.api.areas import Application
from csms.entrypoints.api.user.app import app as user
from simulators.aws.resources import HttpRoute
from simulators.aws.template import load_template
from tests.architecture.repository import ROOT

ROUTES = load_template(ROOT / "template.yaml").http_routes
APPLICATIONS = {"AdminApiFunction": admin, "UserApiFunction": user}
# Both applications say that they are well; the API sends the question to one of them.
HEALTH = ("GET", "/health")


@pytest.mark.parametrize("function", APPLICATIONS)
def test_every_route_of_an_application_reaches_it(function: str) -> None:
    astray = {
        (method, path)
        for method, path in _routes_of(APPLICATIONS[function]) - {HEALTH}
        if _function_for(method, path) != function
    }
    assert astray == set()


def test_health_reaches_an_application_that_knows_it() -> None:
    function = _function_for(*HEALTH)
    assert function is not None
    assert HEALTH in _routes_of(APPLICATIONS[function])


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{route.method} {route.path}")
def test_every_route_of_the_template_leads_somewhere(route: HttpRoute) -> None:
    known = _routes_of(APPLICATIONS[route.function])
    assert any(_matches(route, method, path) for method, path in known)


@pytest.mark.parametrize("app", APPLICATIONS.values(), ids=APPLICATIONS)
def test_an_area_is_loaded_for_each_of_its_routes(app: Application) -> None:
    missed = {
        route.path
        for area in app.areas
        for route in getattr(area.module, area.router).routes
        if not area.may_answer(route.path)
    }
    assert missed == set()


@pytest.mark.parametrize("app", APPLICATIONS.values(), ids=APPLICATIONS)
def test_an_area_is_not_loaded_for_what_it_cannot_answer(app: Application) -> None:
    routes = _routes_of(app)
    useless = {
        begin
        for area in app.areas
        for begin in area.paths
        if not any(area.may_answer(path) for _, path in routes)
    }
    assert useless == set()


def _routes_of(app: FastAPI) -> set[tuple[str, str]]:
    paths: dict[str, dict[str, object]] = app.openapi()["paths"]
    return {(method.upper(), path) for path, methods in paths.items() for method in methods}


def _function_for(method: str, path: str) -> str | None:
    """The function that the gateway asks: a greedy route comes after all others."""
    fitting = [route for route in ROUTES if _matches(route, method, path)]
    fitting.sort(key=lambda route: ("+}" in route.path, route.method == "ANY"))
    return fitting[0].function if fitting else None


def _matches(route: HttpRoute, method: str, path: str) -> bool:
    """Whether the route takes this path of an application, whose parameters are any segment."""
    pattern = re.sub(r"\{\w+\+\}", ".+", route.path)
    pattern = re.sub(r"\{\w+\}", "[^/]+", pattern)
    return route.method in ("ANY", method) and re.fullmatch(pattern, path) is not None
