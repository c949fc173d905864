"""What a start refuses: each says what is wrong and what to do, and leaves nothing running."""

from __future__ import annotations

import socketserver
import threading
import urllib.request
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tests.e2e.echo_stack import write_stack
from tests.e2e.system import END_S, System, free_port, run_module


class Refusing(BaseHTTPRequestHandler):
    """A database that lets nobody make a table."""

    def do_POST(self) -> None:
        """Answer as DynamoDB does where a right is missing."""
        body = b'{"__type": "com.amazonaws#AccessDeniedException", "message": "not for you"}'
        self.send_response(400)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def refused(*arguments: str) -> str:
    """What a start with these arguments says, when it is refused."""
    ended = run_module("simulators.aws", *arguments, timeout_s=END_S)
    assert ended.returncode == 2, ended.stderr
    assert "Traceback" not in ended.stderr
    return ended.stderr


@pytest.mark.parametrize("port", ["65536", "eighty", "-1", ""])
def test_what_is_no_port_is_refused_and_named(tmp_path: Path, port: str) -> None:
    said = refused(f"--port={port}", "--data", str(tmp_path))
    assert f"{port!r} is no port: a number from 0 to 65535" in said


def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a file"
    file.touch()
    said = refused("--port", str(free_port()), "--data", str(file))
    assert said.startswith(f"{file} cannot be used: File exists")
    assert "Choose another: DATA=…" in said


def test_what_the_database_refuses_is_told(tmp_path: Path) -> None:
    with socketserver.TCPServer(("127.0.0.1", 0), Refusing) as database:
        threading.Thread(target=database.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{database.server_address[1]}"
        system = System(tmp_path / "var", template=write_stack(tmp_path), engine_url=url)
        system.launch()
        assert system.wait_for_end() == 2
        database.shutdown()
    assert f"The database refuses ({url})" in system.log
    assert "not for you" in system.log
    assert "Traceback" not in system.log


def test_port_0_is_any_that_is_free_and_is_told(tmp_path: Path) -> None:
    system = System(tmp_path / "var", template=write_stack(tmp_path), port=0)
    try:
        system.launch()
        url = system.wait_for_line("ready ").removeprefix("ready ")
        assert not url.endswith(":0")
        with urllib.request.urlopen(f"{url}/_status", timeout=END_S) as answer:  # noqa: S310 - loopback
            assert answer.status == 200
    finally:
        system.close()
