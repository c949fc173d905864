"""What both applications share: errors, limits, validators of content, one description."""

import copy
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any, Final

from fastapi import APIRouter, FastAPI
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute

from csms.entrypoints.api import examples, problems
from csms.entrypoints.api.areas import Application
from csms.entrypoints.api.conditional import ConditionalReads

VERSION: Final = "1.0.0"
PROBLEM: Final = {"$ref": "#/components/schemas/Problem"}
ETAG: Final = {"ETag": {"description": "of this answer", "schema": {"type": "string"}}}
IF_NONE_MATCH: Final = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "description": "the `ETag` of an earlier answer: 304 when nothing has changed since",
    "schema": {"type": "string", "maxLength": 1000},
}
NOT_MODIFIED: Final = {"description": "Nothing has changed since.", "headers": ETAG}
RETRY_AFTER: Final = {
    "Retry-After": {
        "description": "after how many seconds the same request may come again",
        "schema": {"type": "integer", "minimum": 1},
    }
}


def new_application(title: str, description: str, routers: Sequence[APIRouter]) -> Application:
    """An application of these routers. Documentation pages are served elsewhere, from its JSON."""
    app = Application(
        title=title,
        description=description,
        version=VERSION,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        default_response_class=JSONResponse,
        generate_unique_id_function=_operation_id,
        max_body_size=problems.LARGEST_BODY,
        responses=problems.responses(400, 413, 422, 500, 503),
    )
    problems.install(app)
    app.add_middleware(ConditionalReads)
    for router in routers:
        app.include_router(router)
    return app


def _operation_id(route: APIRoute) -> str:
    words = route.name.split("_")
    return words[0] + "".join(word.capitalize() for word in words[1:])


def describe(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document of an application; what many routes share is described once."""
    document = copy.deepcopy(app.openapi())
    components = document["components"]
    for unused in ("HTTPValidationError", "ValidationError"):
        components["schemas"].pop(unused, None)
    shared = components.setdefault("responses", {})
    shared["NotModified"] = NOT_MODIFIED
    components["parameters"] = {"IfNoneMatch": IF_NONE_MATCH}
    for operations in document["paths"].values():
        if "get" in operations:
            _describe_conditional(operations["get"])
        for operation in operations.values():
            for status, answer in operation["responses"].items():
                if _schema_of(answer) == PROBLEM:
                    name = HTTPStatus(int(status)).name.title().replace("_", "")
                    shared[name] = _problem_answer(status, answer["description"])
                    operation["responses"][status] = {"$ref": f"#/components/responses/{name}"}
    examples.tell(document)
    return document


def _describe_conditional(read: dict[str, Any]) -> None:
    read.setdefault("parameters", []).append({"$ref": "#/components/parameters/IfNoneMatch"})
    read["responses"]["200"]["headers"] = ETAG
    read["responses"]["304"] = {"$ref": "#/components/responses/NotModified"}


def _schema_of(answer: dict[str, Any]) -> object:
    # A route that answers with a file describes even its problems as one.
    contents = [content.get("schema") for content in answer.get("content", {}).values()]
    return PROBLEM if PROBLEM in contents else None


def _problem_answer(status: str, description: str) -> dict[str, Any]:
    return {
        "description": description,
        **({"headers": RETRY_AFTER} if int(status) in problems.COME_AGAIN else {}),
        "content": {
            problems.MEDIA_TYPE: {
                "schema": dict(PROBLEM),
                "example": examples.problem(int(status)),
            }
        },
    }
