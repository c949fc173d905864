"""Certificates of chargers: what is signed, and what is not."""

import base64
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

from csms.certificates import Authority, read_authority, sign
from csms.domain.errors import Refused
from simulators.aws.certificate_authority import kept_authority

NOW = datetime.now(UTC).replace(microsecond=0)  # noqa: TID251 - the authority is made now
SERIAL = "SN-1"


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    """That of one machine."""
    kept = kept_authority(tmp_path / "authority")
    assert kept == kept_authority(tmp_path / "authority")
    return read_authority(kept.key, kept.certificate)


def request(
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey, *names: str
) -> x509.CertificateSigningRequest:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name) for name in names])
    builder = x509.CertificateSigningRequestBuilder().subject_name(subject)
    return builder.sign(key, hashes.SHA256())


def pem(csr: x509.CertificateSigningRequest) -> str:
    return csr.public_bytes(serialization.Encoding.PEM).decode()


def good_request() -> str:
    return pem(request(ec.generate_private_key(ec.SECP256R1()), SERIAL))


def test_a_certificate_is_for_the_charger_and_signed_by_us(authority: Authority) -> None:
    key = ec.generate_private_key(ec.SECP256R1())

    chain = sign(pem(request(key, SERIAL)), SERIAL, "Operator", authority, NOW)

    own, root = x509.load_pem_x509_certificates(chain.encode())
    own.verify_directly_issued_by(root)
    assert own.public_key() == key.public_key()
    assert own.subject.rfc4514_string() == f"CN={SERIAL},O=Operator"
    assert own.not_valid_before_utc < NOW < own.not_valid_after_utc
    assert own.extensions.get_extension_for_class(x509.BasicConstraints).value.ca is False
    assert len(chain) < 10_000


def _tampered() -> str:
    der = request(ec.generate_private_key(ec.SECP256R1()), SERIAL).public_bytes(
        serialization.Encoding.DER
    )
    body = base64.b64encode(der.replace(SERIAL.encode(), b"SN-2")).decode()
    return f"-----BEGIN CERTIFICATE REQUEST-----\n{body}\n-----END CERTIFICATE REQUEST-----\n"


@pytest.mark.parametrize(
    ("csr", "serial", "reason"),
    [
        ("garbage", SERIAL, "unreadable"),
        ("", SERIAL, "unreadable"),
        (good_request()[:200], SERIAL, "unreadable"),
        (good_request(), "SN-2", "another-charger"),
        (pem(request(ec.generate_private_key(ec.SECP256R1()))), SERIAL, "another-charger"),
        (
            pem(request(ec.generate_private_key(ec.SECP256R1()), SERIAL, "SN-2")),
            SERIAL,
            "another-charger",
        ),
        (_tampered(), "SN-2", "unproven"),
        (pem(request(rsa.generate_private_key(65537, 1024), SERIAL)), SERIAL, "weak-key"),  # noqa: S505 - refused
    ],
)
def test_what_is_not_signed(authority: Authority, csr: str, serial: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        sign(csr, serial, "Operator", authority, NOW)
    assert refused.value.reason == reason


@pytest.mark.parametrize("name", ["", "   ", "x" * 65])
def test_nobody_signs_before_the_operator_has_a_name(authority: Authority, name: str) -> None:
    with pytest.raises(Refused) as refused:
        sign(good_request(), SERIAL, name, authority, NOW)
    assert refused.value.reason == "no-operator-name"


def test_nothing_outlives_the_authority(authority: Authority) -> None:
    late = authority.certificate.not_valid_after_utc - timedelta(days=2)
    (own, _) = x509.load_pem_x509_certificates(
        sign(good_request(), SERIAL, "Operator", authority, late).encode()
    )
    assert own.not_valid_after_utc == authority.certificate.not_valid_after_utc
    with pytest.raises(Refused):
        sign(good_request(), SERIAL, "Operator", authority, late + timedelta(days=3))
