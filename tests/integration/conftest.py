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
from csms import gateway as connections
from csms.settings import SETTINGS
from csms.store.base import CONNECTION
from tests.engine import Engine
from tests.integration.files.server import FileServer
from tests.integration.gateway import Gateway
from tests.rights import Use, connection_use, file_use, granted, uses
from tests.used_rights import RUNNING, USED

# The innermost frame that tells which function is running: some tests call actions and jobs
# without their handler.
FUNCTION = re.compile(
    r"/functions/(?P<handler>\w+)/handler\.py$"
    r"|/csms/entrypoints/ocpp/(?P<frame>actions|results)/"
    r"|/csms/entrypoints/jobs/(?P<job>\w+)\.py$"
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
    events = connections._client().meta.events
    events.register(f"before-call.{connections.SERVICE}", _check_connection_rights)
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
    events = files._client().meta.events
    events.register("provide-client-params.s3", _check_file_rights)
    events.register("after-call.s3", _check_right_to_miss)
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
    _check(*uses(model.name, params))


def _check_file_rights(params: Mapping[str, Any], model: OperationModel, **_: object) -> None:
    _check(file_use(model.name, params))


def _check_right_to_miss(http_response: Any, **_: object) -> None:
    """S3 says that a file is not there only to who may list; to all others it says 403."""
    if http_response.status_code == 404:
        _check(Use("s3:ListBucket", SETTINGS.files_bucket))


def _check_connection_rights(event_name: str, **_: object) -> None:
    _check(connection_use(event_name.rpartition(".")[2]))


def _check(*needed: Use) -> None:
    """Note what the running function needs, and what of it template.yaml does not allow."""
    function = _running_function()
    if function is not None:
        USED[function].update(needed)
        missing = set(needed) - granted()[function]
        _missing_rights.extend(f"{function}: {use}" for use in missing)


def _running_function() -> str | None:
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        match = FUNCTION.search(frame.f_code.co_filename)
        if (match and match["frame"]) or frame.f_code.co_qualname.startswith("Frames."):
            return "ocpp_message"
        if match and (match["handler"] or match["job"]) in granted():
            return match["handler"] or match["job"]
        frame = frame.f_back
    return RUNNING.get()
