"""What one machine survives: kills, orphans, second instances, Ctrl-C."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import threading
import urllib.request
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from simulators.aws.dynamodb import find_binary, free_port
from simulators.aws.locks import FileLock
from simulators.aws.machine import outward_host
from simulators.aws.tables import dynamodb_client
from tests.e2e.echo_stack import write_stack
from tests.e2e.system import System, is_running, wait_until


@pytest.fixture
def system(tmp_path: Path) -> Iterator[System]:
    system = System(tmp_path / "var", template=write_stack(tmp_path))
    system.start()
    yield system
    system.close()


def dial(system: System) -> ClientConnection:
    dialled: ClientConnection = connect(
        system.ws_url + "/ocpp/CP1", compression=None, ping_interval=None
    )
    return dialled


def stored(system: System) -> set[str]:
    client = dynamodb_client(system.status()["engine"]["url"])
    return {row["key"]["S"] for row in client.scan(TableName="rows")["Items"]}


@pytest.mark.parametrize("how", ["interrupt", "stop"])
def test_an_orderly_end_closes_sockets_and_leaves_no_process(system: System, how: str) -> None:
    pids = system.pids()
    with dial(system) as charger:
        charger.send("hello")
        assert charger.recv(5) == "hello"
        assert getattr(system, how)() == 0
        with pytest.raises(ConnectionClosed) as closed:
            charger.recv(5)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1001
    assert '"code": 1001' in system.function_log("Sockets")
    assert not [pid for pid in pids if is_running(pid)]
    assert system.log.splitlines()[-1] == "stopped"


def test_ctrl_c_during_the_start_ends_it(tmp_path: Path) -> None:
    system = System(tmp_path / "var", template=write_stack(tmp_path))
    system.launch()
    system.wait_for_line("dynamodb ")
    assert system.interrupt() == 0


def test_kill_9_takes_the_children_along_and_nothing_stored_is_lost(system: System) -> None:
    pids = system.pids()
    with dial(system) as charger:
        for number in range(20):
            charger.send(f"store {number}")
            assert charger.recv(5) == f"store {number}"
        system.kill9()
    wait_until(lambda: not [pid for pid in pids if is_running(pid)])
    system.restart()
    assert stored(system) == {str(number) for number in range(20)}


def test_kill_9_does_not_hide_the_end_of_a_connection(system: System) -> None:
    with dial(system) as charger:
        charger.send("event")
        connection_id = json.loads(charger.recv(5))["requestContext"]["connectionId"]
        system.kill9()
    system.restart()
    told = f'{{"disconnected": "{connection_id}", "code": 1006}}'
    wait_until(lambda: told in system.function_log("Sockets"))
    system.stop()
    system.restart()
    system.stop()
    assert system.function_log("Sockets").count(told) == 1


def test_an_orphaned_engine_is_ended_before_a_new_one_opens_its_file(system: System) -> None:
    system.stop()
    lock = FileLock(system.folder / "dynamodb.lock")
    database = system.folder / "dynamodb.sqlite"
    binary = find_binary({})
    command = [str(binary), "--host", "127.0.0.1", "--port", str(free_port())]
    orphan = subprocess.Popen([*command, "--db-path", str(database)], pass_fds=(lock.fd,))
    lock.write_note(pid=orphan.pid, database=str(database))
    lock.release()
    system.restart()
    assert orphan.wait(5) == -signal.SIGKILL
    assert "ended the engine that a killed launcher had left" in system.log


def test_an_engine_killed_under_load_comes_back_and_keeps_what_it_acknowledged(
    system: System,
) -> None:
    acknowledged: list[str] = []
    ended = threading.Event()

    def has_more(count: int) -> bool:
        return len(acknowledged) > count

    def load() -> None:
        number = 0
        with dial(system) as charger:
            while not ended.is_set():
                number += 1
                charger.send(f"store {number}")
                if str(charger.recv(10)) == f"store {number}":
                    acknowledged.append(str(number))

    thread = threading.Thread(target=load)
    thread.start()
    try:
        for _ in range(3):
            pid = system.status()["engine"]["pid"]
            before = len(acknowledged)
            os.kill(pid, signal.SIGKILL)
            wait_until(partial(has_more, before + 20))
    finally:
        ended.set()
        thread.join(20)
    assert system.log.count("dynamodb runs again") == 3
    assert set(acknowledged) <= stored(system)


def test_the_parent_of_all_functions_may_be_killed_too(system: System) -> None:
    before = system.pids()[2:]
    parent = int(Path(f"/proc/{before[0]}/stat").read_text().rpartition(")")[2].split()[1])
    os.kill(parent, signal.SIGKILL)
    wait_until(lambda: not [pid for pid in before if is_running(pid)])
    wait_until(partial(is_let_in, system))
    with dial(system) as charger:
        wait_until(partial(echoes, charger))
    assert system.interrupt() == 0


def is_let_in(system: System) -> bool:
    """Whether the functions run again: until then the gateway refuses, and a charger comes back."""
    try:
        with dial(system):
            return True
    except InvalidStatus:
        return False


def echoes(charger: ClientConnection) -> bool:
    charger.send("hello")
    return charger.recv(5) == "hello"


def test_a_second_instance_on_the_same_data_is_refused(system: System) -> None:
    second = System(system.folder, template=system.folder.parent / "template.yaml")
    second.launch()
    assert second.wait_for_end() == 2
    assert f"is in use by process {system.pid} at {system.base_url}" in second.log


def test_a_taken_port_is_refused_before_anything_starts(tmp_path: Path) -> None:
    system = System(tmp_path / "var", template=write_stack(tmp_path))
    with socket.socket() as other:
        other.bind(("127.0.0.1", system.port))
        other.listen()
        system.launch()
        assert system.wait_for_end() == 2
    assert f"Port {system.port} is taken" in system.log
    assert not (tmp_path / "var" / "dynamodb.sqlite").exists()


def test_a_function_that_cannot_be_imported_stops_the_start_and_says_why(tmp_path: Path) -> None:
    template = write_stack(tmp_path)
    (tmp_path / "functions" / "web" / "handler.py").write_text("import nothing_of_that_name")
    system = System(tmp_path / "var", template=template)
    system.launch()
    assert system.wait_for_end() == 2
    assert "No module named 'nothing_of_that_name'" in system.log


def test_beyond_loopback_there_are_no_demo_accounts(tmp_path: Path) -> None:
    everywhere = "0.0.0.0"  # noqa: S104 - the point of the test
    system = System(tmp_path / "var", template=write_stack(tmp_path), host=everywhere, demo="1")
    try:
        system.start()
        assert "identity   none" in system.log
        assert "demo       none" in system.log
        assert f"chargers   ws://{outward_host()}:{system.port}/ocpp/" in system.log
        with pytest.raises(ValueError, match="404"):
            system.token("admin")
    finally:
        system.close()


def test_another_engine_can_be_used(tmp_path: Path) -> None:
    port = free_port()
    command = [str(find_binary({})), "--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as other:
        url = f"http://127.0.0.1:{port}"
        wait_until(lambda: answers(url))
        system = System(tmp_path / "var", template=write_stack(tmp_path), engine_url=url)
        try:
            system.start()
            assert dynamodb_client(url).list_tables()["TableNames"] == ["rows"]
            assert not (tmp_path / "var" / "dynamodb.sqlite").exists()
        finally:
            system.close()
            other.terminate()


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=1):  # noqa: S310 - loopback
            return True
    except OSError:
        return False
