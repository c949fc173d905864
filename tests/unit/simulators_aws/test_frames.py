"""Events between the launcher and a function's process."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from simulators.aws.frames import Frame, FrameReader, Kind, encode
from simulators.aws.management_api import Answer, Request
from simulators.aws.management_lane import read_plain_request, write_answer

BEGINNINGS = (b"POST /v1/@connections/",)

frames = st.builds(
    Frame,
    st.integers(0, 2**64 - 1),
    st.floats(allow_nan=False),
    st.sampled_from(Kind),
    st.binary(max_size=300),
)


@given(st.lists(frames, max_size=5), st.lists(st.integers(1, 40), min_size=1))
def test_frames_survive_any_cutting_of_the_stream(sent: list[Frame], cuts: list[int]) -> None:
    stream = b"".join(encode(*frame) for frame in sent)
    reader = FrameReader()
    received: list[Frame] = []
    position = 0
    turn = 0
    while position < len(stream):
        step = cuts[turn % len(cuts)]
        received += reader.feed(stream[position : position + step])
        position += step
        turn += 1
    assert received == sent


def request(body: bytes = b"hello", **headers: str) -> bytes:
    lines = ["POST /v1/@connections/abc%3D?x=1 HTTP/1.1", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


def test_a_whole_request_takes_the_shortcut() -> None:
    expected = Request("POST", "/v1/@connections/abc%3D", "AWS4 x", b"hello")
    assert read_plain_request(request(Host="x", Authorization="AWS4 x"), BEGINNINGS) == expected


def test_all_other_requests_take_the_usual_way() -> None:
    others = [
        request()[:-1],
        request() + b"x",
        request(Expect="100-continue"),
        b"POST /other HTTP/1.1\r\ncontent-length: 0\r\n\r\n",
        b"POST /v1/@connections/abc HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n",
        b"POST /v1/@connections/abc HTTP/1.1\r\ncontent-length: -1\r\n\r\n",
        b"POST /v1/@connections/abc HTTP/1.0\r\n\r\n",
        b"POST /v1/@connections/abc HTTP/1.1\r\n",
    ]
    assert [read_plain_request(other, BEGINNINGS) for other in others] == [None] * len(others)


def test_an_error_names_its_type_for_botocore() -> None:
    written = write_answer(Answer(410, b"{}", "GoneException"))
    assert written.startswith(b"HTTP/1.1 410 Gone\r\n")
    assert b"x-amzn-errortype: GoneException\r\n" in written
    assert written.endswith(b"content-length: 2\r\n\r\n{}")
