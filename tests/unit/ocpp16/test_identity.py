"""Identity, subprotocol and password of a handshake."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csms.ocpp16.identity import (
    Identity,
    Negotiation,
    Offer,
    canonical,
    negotiate,
    read_identity,
    read_password,
)


@pytest.mark.parametrize(
    ("path", "charger_id", "as_sent"),
    [
        ("/ocpp/CP001", "cp001", "CP001"),
        ("/ocpp/RDAM%20123", "rdam 123", "RDAM 123"),
        ("/ocpp/a.b:c|d", "a.b:c|d", "a.b:c|d"),
        ("/ocpp/a%7Cb", "a|b", "a|b"),
        ("/ocpp/extra/segments/CP1", "cp1", "CP1"),
        ("/ocpp/CP1/", "cp1", "CP1"),
        ("/CP1?token=x", "cp1", "CP1"),
        ("CP1", "cp1", "CP1"),
        ("/ocpp/a%2520b", "a%20b", "a%20b"),
        ("/ocpp/Z%C3%BCrich", "zürich", "Zürich"),
        ("/ocpp/Zu%CC%88rich", "zürich", "Zu\u0308rich"),
        ("/ocpp/STRASSE", "strasse", "STRASSE"),
        ("/ocpp/Stra%C3%9Fe", "strasse", "Straße"),
        ("/ocpp/" + "x" * 48, "x" * 48, "x" * 48),
        ("/ocpp/100%", "100%", "100%"),
    ],
)
def test_the_identity_is_the_last_segment(path: str, charger_id: str, as_sent: str) -> None:
    identity = read_identity(path)

    assert identity is not None
    assert (identity.charger_id, identity.as_sent) == (charger_id, as_sent)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "//",
        "/?x=1",
        "/ocpp/%20",
        "/ocpp/a%2Fb",
        "/ocpp/a%00b",
        "/ocpp/a%0Ab",
        "/ocpp/%FF",
        "/ocpp/" + "x" * 49,
        "/ocpp/a%E2%80%8Bb",
        "/ocpp/.",
        "/ocpp/%2E%2E",
    ],
)
def test_what_is_no_identity(path: str) -> None:
    assert read_identity(path) is None


@given(st.text(max_size=60))
def test_the_canonical_form_is_stable(text: str) -> None:
    once = canonical(text)
    if once is not None:
        assert canonical(once) == once


@given(st.text(st.characters(codec="ascii"), max_size=48))
def test_case_does_not_matter(text: str) -> None:
    assert canonical(text.upper()) == canonical(text.lower())


@given(st.text())
def test_no_path_raises(path: str) -> None:
    assert read_identity(path) is None or path


@pytest.mark.parametrize(
    ("offered", "negotiation"),
    [
        ("ocpp1.6", Negotiation(Offer.AGREED, "ocpp1.6")),
        ("OCPP1.6", Negotiation(Offer.AGREED, "OCPP1.6")),
        ("ocpp2.0.1, ocpp1.6", Negotiation(Offer.AGREED, "ocpp1.6")),
        (" ocpp1.5 ,Ocpp1.6,x", Negotiation(Offer.AGREED, "Ocpp1.6")),
        (None, Negotiation(Offer.ABSENT)),
        ("", Negotiation(Offer.ABSENT)),
        (" , ", Negotiation(Offer.ABSENT)),
        ("ocpp2.0.1", Negotiation(Offer.REFUSED)),
        ("ocpp1.6j", Negotiation(Offer.REFUSED)),
        ("ocpp1.6 ocpp1.5", Negotiation(Offer.REFUSED)),
    ],
)
def test_the_subprotocol(offered: str | None, negotiation: Negotiation) -> None:
    assert negotiate(offered) == negotiation


def identity(text: str) -> Identity:
    charger_id = canonical(text)
    assert charger_id is not None
    return Identity(charger_id, text)


def basic(pair: bytes) -> str:
    return "Basic " + base64.b64encode(pair).decode()


@pytest.mark.parametrize(
    ("charger", "pair", "password"),
    [
        ("CP1", b"CP1:secret", b"secret"),
        ("CP1", b"cp1:secret", b"secret"),
        ("CP1", b"CP1:se:cret:", b"se:cret:"),
        ("CP1", b"CP1:", b""),
        ("a:b:c", b"a:b:c:d:e", b"d:e"),
        ("a", b"a:b:c", b"b:c"),
        ("CP1", b"CP1:\x00\xff\x80", b"\x00\xff\x80"),
        ("Zürich", "Zürich:x".encode(), b"x"),
        ("Zürich", "Zürich:x".encode("latin-1"), b"x"),
    ],
)
def test_the_password_is_what_follows_the_identity(
    charger: str, pair: bytes, password: bytes
) -> None:
    assert read_password(basic(pair), identity(charger)) == password
    assert read_password(basic(pair).encode(), identity(charger)) == password


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "Basic",
        "Basic ",
        "Basic !!!",
        "Bearer abc",
        basic(b"CP1"),
        basic(b"CP2:secret"),
        basic(b":secret"),
        basic(b""),
        basic(b":" * 5000),
        "Basic " + "A" * 20_000,
        "Basic \u00e9",
    ],
)
def test_no_password_for_this_charger(header: str | None) -> None:
    assert read_password(header, identity("CP1")) is None


def test_the_scheme_has_no_case() -> None:
    header = basic(b"CP1:x").replace("Basic", "bASIC ")

    assert read_password(header, identity("CP1")) == b"x"


@given(st.text(), st.binary(max_size=200))
def test_no_header_raises(text: str, pair: bytes) -> None:
    assert read_password(text, identity("CP1")) in (None, b"")
    read_password(basic(pair), identity("CP1"))
