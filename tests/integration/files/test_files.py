"""Files of the product: written in parts, found, listed, read back through the door."""

import hashlib
import http.client
import threading
from datetime import timedelta

import httpx
import pytest

from csms import file_door, files
from csms.domain.errors import Unavailable
from tests.integration.events import START
from tests.integration.files.server import FileServer

FOLDER = "uploads/0123456789abcdef/1-2"


def directory() -> str:
    return file_door.directory_url(FOLDER, START + timedelta(hours=1), 1)


def store(key: str, *parts: bytes) -> None:
    """Write a file as those do who write one."""
    upload_id = files.begin(key)
    tags = [files.add_part(key, upload_id, number, part) for number, part in enumerate(parts, 1)]
    files.finish(key, upload_id, tags)


def test_a_file_is_written_and_read_through_the_door(bucket: FileServer) -> None:
    store("exports/e1/books.csv", b"a;b\r\n1;2\r\n")
    answer = bucket.get(file_door.download_url("exports/e1/books.csv", START))
    assert (answer.status_code, answer.content) == (200, b"a;b\r\n1;2\r\n")
    assert answer.headers["content-disposition"] == "attachment"
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"


def test_a_large_file_goes_in_parts_and_is_the_same(bucket: FileServer) -> None:
    part = bytes(range(256)) * (files.PART_BYTES // 256)
    store("exports/e2/large.bin", part, part, b"the rest")
    whole = part * 2 + b"the rest"
    found = files.find("exports/e2/large.bin")
    assert found is not None
    assert (found.size_bytes, found.folder, found.name) == (len(whole), "exports/e2", "large.bin")
    assert files.sha256("exports/e2/large.bin") == hashlib.sha256(whole).hexdigest()
    assert bucket.get(file_door.download_url("exports/e2/large.bin", START)).content == whole
    assert bucket.names() == ["files/complete/exports/e2/large.bin"]


def test_a_file_is_not_there_before_it_is_finished_and_is_finished_once(
    bucket: FileServer,
) -> None:
    key = "exports/e3/half.csv"
    upload_id = files.begin(key)
    tag = files.add_part(key, upload_id, 1, b"half of it")
    assert files.find(key) is None
    tag = files.add_part(key, upload_id, 1, b"all of it")
    files.finish(key, upload_id, [tag])
    with pytest.raises(FileNotFoundError):
        files.finish(key, upload_id, [tag])
    assert files.sha256(key) == hashlib.sha256(b"all of it").hexdigest()


def test_what_is_not_there_is_not_found(bucket: FileServer) -> None:
    assert files.find("exports/e4/none") is None
    with pytest.raises(FileNotFoundError):
        files.sha256("exports/e4/none")
    assert bucket.get(file_door.download_url("exports/e4/none", START)).status_code == 403
    files.delete("exports/e4/none")


@pytest.mark.parametrize(
    ("wanted", "status", "content", "where"),
    [
        ("bytes=4-", 206, b"456789", "bytes 4-9/10"),
        ("bytes=4-6", 206, b"456", "bytes 4-6/10"),
        ("bytes=4-99", 206, b"456789", "bytes 4-9/10"),
        ("bytes=0-9", 200, b"0123456789", None),
        ("bytes=10-", 416, b"", "bytes */10"),
        ("bytes=6-4", 416, b"", "bytes */10"),
        ("bytes=0-1,3-4", 200, b"0123456789", None),
        ("lines=1-", 200, b"0123456789", None),
    ],
)
def test_a_download_that_was_cut_goes_on(
    bucket: FileServer, wanted: str, status: int, content: bytes, where: str | None
) -> None:
    store("exports/e9/digits", b"0123456789")
    url = bucket.here(file_door.download_url("exports/e9/digits", START))
    answer = httpx.get(url, headers={"range": wanted}, trust_env=False)
    assert (answer.status_code, answer.content) == (status, content)
    assert answer.headers.get("content-range") == where


def test_files_are_listed_by_key_and_page_by_page(bucket: FileServer) -> None:
    for number in (3, 1, 2):
        store(f"exports/e5/{number}.txt", b"x" * number)
    store("exports/e50/other.txt", b"")
    first, after = files.list_below("exports/e5", "", 2)
    assert [(file.name, file.size_bytes) for file in first] == [("1.txt", 1), ("2.txt", 2)]
    assert after == "exports/e5/2.txt"
    second, after = files.list_below("exports/e5", after, 2)
    assert ([file.name for file in second], after) == (["3.txt"], None)


def test_a_deleted_file_is_gone(bucket: FileServer) -> None:
    store("exports/e6/x", b"1")
    files.delete("exports/e6/x")
    assert files.find("exports/e6/x") is None


@pytest.mark.parametrize("key", ["x", "../x", "a/..", "a/b c", ""])
def test_no_file_is_written_under_a_key_that_is_none(bucket: FileServer, key: str) -> None:
    with pytest.raises(ValueError, match="no key"):
        store(key, b"")
    assert bucket.names() == []


def test_a_charger_adds_a_name_to_its_directory(bucket: FileServer) -> None:
    assert bucket.put(directory() + "log%20of%20today.txt", b"boot") == 200
    found, _ = files.list_below(FOLDER, "", 10)
    assert [file.name for file in found] == ["log_of_today.txt"]


def test_the_same_name_again_replaces_the_file(bucket: FileServer) -> None:
    assert bucket.put(directory() + "log.txt", b"first") == 200
    assert bucket.put(directory() + "log.txt", b"and second") == 200
    found = files.find(f"{FOLDER}/log.txt")
    assert found is not None
    assert found.size_bytes == len(b"and second")


def test_too_large_a_file_is_refused_and_leaves_nothing(bucket: FileServer) -> None:
    assert bucket.put(directory() + "log.txt", bytes(1_000_001)) == 413
    assert bucket.names() == []


def test_a_file_of_unknown_length_is_refused(bucket: FileServer) -> None:
    url = bucket.here(directory() + "log.txt")
    answer = httpx.put(url, content=iter([b"a", b"b"]), trust_env=False)
    assert answer.status_code == 411
    assert bucket.names() == []


def test_a_refused_body_is_not_taken_for_the_next_request(bucket: FileServer) -> None:
    with httpx.Client(trust_env=False) as client:
        refused = client.put(bucket.here(directory() + "log.txt"), content=bytes(1_000_001))
        assert (refused.status_code, refused.headers["connection"]) == (413, "close")
        again = client.put(bucket.here(directory() + "log.txt"), content=b"whole")
    assert again.status_code == 200


def test_an_upload_that_is_cut_leaves_nothing_and_the_next_one_succeeds(
    bucket: FileServer,
) -> None:
    path = bucket.here(directory()).removeprefix(bucket.url) + "log.txt"
    connection = http.client.HTTPConnection(bucket.url.removeprefix("http://"), timeout=10)
    connection.putrequest("PUT", path)
    connection.putheader("content-length", "500000")
    connection.endheaders(bytes(250_000))
    until(lambda: any(name.startswith("files/unfinished/") for name in bucket.names()))
    connection.close()
    until(lambda: bucket.names() == [])
    assert bucket.put(directory() + "log.txt", b"whole") == 200
    assert bucket.names() == [f"files/complete/{FOLDER}/log.txt"]


def test_a_directory_is_of_one_charger(bucket: FileServer) -> None:
    stolen = directory().replace("0123456789abcdef", "fedcba9876543210")
    assert bucket.put(stolen + "log.txt", b"x") == 403
    assert bucket.put(directory() + "../../fedcba9876543210/log.txt", b"x") == 403
    assert bucket.names() == []


def test_a_url_ends(bucket: FileServer) -> None:
    url = directory()
    bucket.now = START + timedelta(hours=1)
    assert bucket.put(url + "log.txt", b"x") == 403
    assert bucket.names() == []


def test_the_bucket_itself_is_closed_to_strangers(bucket: FileServer) -> None:
    store("exports/e7/x", b"1")
    for path in ("/FilesBucket", "/FilesBucket/exports/e7/x"):
        assert httpx.get(bucket.url + path, trust_env=False).status_code == 403


def test_a_store_that_refuses_is_unavailable(
    bucket: FileServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bucket._objects, "_access_key", b"another")
    with pytest.raises(Unavailable, match="AccessDenied"):
        store("exports/e8/x", b"1")
    monkeypatch.undo()
    assert files.find("exports/e8/x") is None


def until(condition: object) -> None:
    """Wait for a condition."""
    assert callable(condition)
    pause = threading.Event()
    for _ in range(500):
        if condition():
            return
        pause.wait(0.01)
    raise AssertionError("the condition did not come true")
