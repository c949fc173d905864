"""A real DynamoDB engine behind the functions, and the rights that template.yaml gives them."""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from types import FrameType
from typing import Any

import pytest
from botocore.model import OperationModel

from csms import files
from csms.store.base import CONNECTION
from tests.engine import Engine
from tests.integration.files.server import FileServer
from tests.integration.gateway import Gateway
from tests.rights import file_use, granted, granted_files, uses

# The innermost frame that tells which function is running: the HTTP functions answer in threads
# of their own, where their handler is not on the stack.
FUNCTION = re.compile(
    r"/functions/(?P<handler>\w+)/handler\.py$"
    r"|/csms/entrypoints/jobs/(?P<job>\w+)\.py$"
    r"|/csms/entrypoints/api/(?P<api>admin|user)/"
)
_missing_rights: list[str] = []


@pytest.fixture(scope="session")
def engine() -> Iterator[Engine]:
    """One engine per test process, with every table of template.yaml."""
    engine = Engine()
    # botocore reads this when the first client is made, which is after this fixture.
    os.environ["AWS_ENDPOINT_URL_DYNAMODB"] = engine.url  # noqa: TID251 - the engine of this process
    CONNECTION.client.meta.events.register("provide-client-params.dynamodb", _check_rights)
    try:
        engine.create_tables()
        yield engine
    finally:
        engine.stop()


@pytest.fixture(scope="session")
def gateway_server() -> Iterator[Gateway]:
    """One `@connections` API per test process."""
    gateway = Gateway()
    yield gateway
    gateway.stop()


@pytest.fixture
def gateway(gateway_server: Gateway) -> Gateway:
    """A gateway that got no frame yet."""
    gateway_server.reset()
    return gateway_server


@pytest.fixture(scope="session")
def file_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FileServer]:
    """One bucket with its door per test process."""
    server = FileServer(tmp_path_factory.mktemp("files"))
    files._client().meta.events.register("provide-client-params.s3", _check_file_rights)
    yield server
    server.stop()


@pytest.fixture
def bucket(file_server: FileServer) -> FileServer:
    """A bucket without files."""
    file_server.clear()
    return file_server


@pytest.fixture
def tables(engine: Engine) -> Iterator[Engine]:
    """Empty tables. They are emptied rather than renamed: models bind their table at import.

    Fails a test in which a function did what its policies do not allow.
    """
    engine.clear()
    _missing_rights.clear()
    yield engine
    assert sorted(set(_missing_rights)) == [], "template.yaml does not allow this"


def _check_rights(params: Mapping[str, Any], model: OperationModel, **_: object) -> None:
    function = _running_function()
    if function is not None:
        missing = set(uses(model.name, params)) - granted()[function]
        _missing_rights.extend(f"{function}: {use.action} on {use.resource}" for use in missing)


def _check_file_rights(params: Mapping[str, Any], model: OperationModel, **_: object) -> None:
    function = _running_function()
    if function is not None:
        use = file_use(model.name, params)
        if use not in granted_files()[function]:
            _missing_rights.append(f"{function}: {use.action} on {use.resource}")


def _running_function() -> str | None:
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        match = FUNCTION.search(frame.f_code.co_filename)
        if match and match["api"]:
            return f"{match['api']}_api"
        if match and (match["handler"] or match["job"]) in granted():
            return match["handler"] or match["job"]
        frame = frame.f_back
    return None
