"""Requests over kept connections: what is reused, what is not, and what is no answer."""

import pytest

from csms.aws.http import Pool, Timeouts, Unreachable
from tests.unit.aws.host import CLOSE, Host, answer, running

REQUEST = b"POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}"
TIMEOUTS = Timeouts(connect_s=1, read_s=1)


def pool(host: Host) -> Pool:
    return Pool(host.url, TIMEOUTS, 2)


def test_a_connection_serves_one_request_after_the_other() -> None:
    with running(answer(b"one"), answer(b"two"), answer(b"three")) as host:
        kept = pool(host)
        bodies = [kept.request(REQUEST).body for _ in range(3)]
    assert bodies == [b"one", b"two", b"three"]
    assert (host.connections, host.requests) == (1, [REQUEST] * 3)


def test_status_and_headers_are_read() -> None:
    raw = b"HTTP/1.1 410 Gone\r\nX-Amzn-ErrorType:GoneException\r\nContent-Length: 0\r\n\r\n"
    with running(raw) as host:
        response = pool(host).request(REQUEST)
    assert (response.status, response.body) == (410, b"")
    assert response.headers["x-amzn-errortype"] == "GoneException"


def test_an_answer_without_a_body_leaves_the_connection_usable() -> None:
    with running(b"HTTP/1.1 204 No Content\r\nX-Length: 0\r\n\r\n", answer()) as host:
        kept = pool(host)
        assert kept.request(REQUEST).status == 204
        assert kept.request(REQUEST).status == 200
    assert host.connections == 1


def test_chunks_are_joined() -> None:
    raw = (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX-Length: 1\r\n\r\n"
        b"5\r\nhello\r\n6;x=y\r\n world\r\n0\r\nTrailer: 1\r\n\r\n"
    )
    with running(raw, answer(b"next")) as host:
        kept = pool(host)
        assert kept.request(REQUEST).body == b"hello world"
        assert kept.request(REQUEST).body == b"next"
    assert host.connections == 1


def test_a_body_of_no_known_length_ends_with_the_connection() -> None:
    with running(b"HTTP/1.1 200 OK\r\n\r\nall of it", answer()) as host:
        kept = pool(host)
        assert kept.request(REQUEST).body == b"all of it"
        assert kept.request(REQUEST).body == b"{}"
    assert host.connections == 2


def test_a_large_body_arrives_whole() -> None:
    body = bytes(range(256)) * 4096
    with running(answer(body)) as host:
        assert pool(host).request(REQUEST).body == body


@pytest.mark.parametrize(
    "first",
    [
        b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}",
        b"HTTP/1.0 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}",
    ],
)
def test_a_connection_that_the_host_gives_up_is_not_used_again(first: bytes) -> None:
    with running(first, answer()) as host:
        kept = pool(host)
        assert kept.request(REQUEST).status == 200
        assert kept.request(REQUEST).status == 200
    assert host.connections == 2


@pytest.mark.parametrize(
    "broken",
    [CLOSE, b"no HTTP at all\r\n\r\nLength", b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"],
)
def test_what_is_no_answer_is_unreachable(broken: bytes) -> None:
    with running(broken) as host, pytest.raises(Unreachable):
        pool(host).request(REQUEST)


def test_an_answer_that_breaks_off_is_unreachable() -> None:
    cut = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 9\r\n\r\nhalf"
    with running(cut) as host, pytest.raises(Unreachable, match="closed before the answer"):
        pool(host).request(REQUEST)


def test_a_host_that_nobody_runs_is_unreachable() -> None:
    with running() as host:
        kept = pool(host)
    with pytest.raises(Unreachable, match=r"127\.0\.0\.1"):
        kept.request(REQUEST)
