"""Signed calls over kept connections: what goes out, what is reused, and what is no answer."""

import ipaddress
import ssl
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import ReadOnlyCredentials
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from csms.aws import client as calls
from csms.aws.client import Client, Response, Unreachable
from csms.aws.signer import Scope
from tests.unit.host import CLOSE, DONE, SILENCE, Host, answer, running

KEY = ReadOnlyCredentials("AKIDEXAMPLE", "secret", "token/of+a=role", None)
GATEWAY = Scope("eu-central-1", "execute-api")


def client_of(url: str) -> Client:
    return Client(url, GATEWAY, lambda: KEY)


def post(client: Client, body: bytes = b"{}") -> Response:
    return client.send("POST", "/@connections/L0SM9c%3D", {"x-kind": "frame"}, body)


def headers_of(request: bytes) -> dict[str, str]:
    lines = request.partition(b"\r\n\r\n")[0].decode().split("\r\n")[1:]
    return {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}


def test_a_call_goes_out_signed_for_the_path_that_is_sent() -> None:
    with running(answer()) as host:
        post(client_of(f"{host.url}/prod"), b'[3,"1",{}]')
    request = host.requests[0]
    headers = headers_of(request)
    assert request.startswith(b"POST /prod/@connections/L0SM9c%3D HTTP/1.1\r\n")
    assert request.endswith(b'\r\n\r\n[3,"1",{}]')
    assert headers["x-amz-security-token"] == KEY.token

    again = AWSRequest(
        "POST",
        f"http://{headers['host']}/prod/@connections/L0SM9c%3D",
        {name: headers[name] for name in ("x-kind", "x-amz-date", "x-amz-security-token")},
        b'[3,"1",{}]',
    )
    again.context["timestamp"] = headers["x-amz-date"]
    auth = SigV4Auth(KEY, GATEWAY.service, GATEWAY.region)
    signed = auth.signature(auth.string_to_sign(again, auth.canonical_request(again)), again)
    assert headers["authorization"].endswith(f"Signature={signed}")


def test_a_connection_serves_one_call_after_the_other() -> None:
    with running(answer(b"one"), answer(b"two"), answer(b"three")) as host:
        client = client_of(host.url)
        bodies = [post(client).body for _ in range(3)]
    assert bodies == [b"one", b"two", b"three"]
    assert host.connections == 1


def test_a_connection_that_the_host_gives_up_is_not_used_again() -> None:
    closing = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}"
    with running(closing, answer()) as host:
        client = client_of(host.url)
        assert [post(client).status for _ in range(2)] == [200, 200]
    assert host.connections == 2


@pytest.mark.parametrize(
    "told",
    [
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n4\r\nmore\r\n0\r\n\r\n",
        b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + answer(b"onemore"),
        b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 70_000 + b"\r\nContent-Length: 7\r\n\r\nonemore",
    ],
    ids=["in chunks", "announced", "in many parts"],
)
def test_an_answer_is_read_however_it_comes(told: bytes) -> None:
    with running(told, answer(b"next")) as host:
        client = client_of(host.url)
        assert post(client) == Response(200, b"onemore")
        assert post(client).body == b"next"
    assert host.connections == 1


@pytest.mark.parametrize("status", ["302 Found", "410 Gone", "500 Broken"])
def test_a_refusal_is_an_answer_and_is_asked_for_once(status: str) -> None:
    with running(answer(b"no", status), answer()) as host:
        response = post(client_of(host.url))
    assert (response.status, response.body) == (int(status[:3]), b"no")
    assert len(host.requests) == 1


@pytest.mark.parametrize(
    "broken",
    [
        CLOSE,
        b"no HTTP at all\r\n\r\nLength",
        b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 9\r\n\r\nhalf",
        b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhow long is this",
        answer() + answer(b"one that nobody asked for"),
    ],
)
def test_what_is_no_answer_is_unreachable(broken: bytes) -> None:
    with running(broken, answer()) as host, pytest.raises(Unreachable, match=r"127\.0\.0\.1"):
        post(client_of(host.url))
    assert len(host.requests) == 1


def test_a_host_that_nobody_runs_is_unreachable() -> None:
    with running() as host:
        client = client_of(host.url)
    with pytest.raises(Unreachable, match=r"127\.0\.0\.1"):
        post(client)


def client_whose_connection_ended(host: Host) -> Client:
    """One that has a connection left from its first call, which the host has ended since."""
    client = client_of(host.url)
    post(client)
    until = time.monotonic() + 5
    while not host.closed and time.monotonic() < until:
        time.sleep(0.001)
    assert host.closed == 1
    return client


def test_a_connection_that_ended_while_it_was_idle_is_not_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(calls, "TRUSTED_S", 0)
    with running(DONE, answer()) as host:
        assert post(client_whose_connection_ended(host)).status == 200
    assert host.connections == 2


def test_one_that_ended_a_moment_ago_fails_and_takes_the_other_idle_ones_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(calls, "TRUSTED_S", 60)
    with running(DONE, answer()) as host:
        client = client_whose_connection_ended(host)
        client._idle *= 2  # as two calls that ran side by side leave it
        with pytest.raises(Unreachable):
            post(client)
        assert post(client).status == 200
    assert host.connections == 2


def test_a_host_that_never_answers_is_unreachable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calls, "READ_TIMEOUT_S", 0.05)
    with running(SILENCE) as host, pytest.raises(Unreachable, match=r"no answer in 0\.05 s"):
        post(client_of(host.url))


@pytest.fixture
def certified(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """A host's own certificate, which this process trusts."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "host")])
    address = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(datetime(2000, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2200, 1, 1, tzinfo=UTC))
        .add_extension(x509.SubjectAlternativeName([address]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = tmp_path / "host.pem"
    pem.write_bytes(
        certificate.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    return context


def test_https_is_spoken_over_kept_connections_too(certified: ssl.SSLContext) -> None:
    with running(answer(b"one"), answer(b"x" * 100_000), tls=certified) as host:
        client = client_of(host.url)
        assert [len(post(client, b"y" * 100_000).body) for _ in range(2)] == [3, 100_000]
    assert host.connections == 1


def test_one_of_https_is_looked_at_however_new_it_seems(
    certified: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calls, "TRUSTED_S", 60)
    with running(DONE, answer(), tls=certified) as host:
        assert post(client_whose_connection_ended(host)).status == 200
    assert host.connections == 2


def test_https_waits_no_longer_for_an_answer(
    certified: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calls, "READ_TIMEOUT_S", 0.05)
    with running(SILENCE, tls=certified) as host, pytest.raises(Unreachable):
        post(client_of(host.url))


def test_who_cannot_prove_their_name_is_not_called(
    certified: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with running(answer(), tls=certified) as host, pytest.raises(Unreachable, match="CERTIFICATE"):
        post(client_of(host.url))
    assert host.requests == []
