"""Signing certificates of chargers (S: A02). The only module that touches the authority's key.

Only the function that signs imports this; the one that faces chargers never sees the key.
"""

import base64
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from csms.domain.errors import Refused

VALID_FOR: Final = timedelta(days=365)
BACKDATED: Final = timedelta(hours=1)
"""Chargers' clocks are late at times."""
LONGEST_NAME: Final = 64
"""X.520's bound of an organisation."""
LEAST_RSA_BITS: Final = 2048
LEAST_CURVE_BITS: Final = 224

type AuthorityKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@dataclass(frozen=True, slots=True)
class Authority:
    """Who signs: its certificate and its key."""

    certificate: x509.Certificate
    key: AuthorityKey


def read_authority(key: str, certificate: str) -> Authority:
    """Read the authority from the Base64 of its PKCS #8 key and its certificate, both in DER.

    Raises ValueError for what is neither, TypeError for an algorithm that chargers cannot check.
    """
    private = serialization.load_der_private_key(base64.b64decode(key), password=None)
    if not isinstance(private, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        raise TypeError("the authority's key must be of an elliptic curve or RSA")
    return Authority(x509.load_der_x509_certificate(base64.b64decode(certificate)), private)


def sign(
    csr: str, serial_number: str, organisation: str, authority: Authority, now: datetime
) -> str:
    """The chain for a charger, its own certificate first, in PEM.

    csr: PKCS #10 in PEM. Its common name must be the charger's serial number (S: A00.FR.405); the
    organisation is ours, whatever the request says. Raises Refused with a reason.
    """
    if not 0 < len(organisation.strip()) <= LONGEST_NAME:
        raise Refused("The operator has no name that a certificate can hold.", "no-operator-name")
    request = _read(csr)
    names = request.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    if [str(name.value) for name in names] != [serial_number]:
        raise Refused("The request is for another charger.", "another-charger")
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
            x509.NameAttribute(NameOID.COMMON_NAME, serial_number),
        ]
    )
    until = min(now + VALID_FOR, authority.certificate.not_valid_after_utc)
    if until <= now:
        raise Refused("The authority's own certificate has expired.", "authority-expired")
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(authority.certificate.subject)
        .public_key(request.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - BACKDATED)
        .not_valid_after(until)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH]), critical=False)
        .sign(authority.key, hashes.SHA256())
    )
    return _pem(certificate) + _pem(authority.certificate)


def _read(csr: str) -> x509.CertificateSigningRequest:
    try:
        request = x509.load_pem_x509_csr(csr.encode())
        proven = request.is_signature_valid
        key = request.public_key()
    except (ValueError, TypeError, InvalidSignature):
        raise Refused("The request cannot be read.", "unreadable") from None
    if not proven:
        raise Refused("The request is not signed by its own key.", "unproven")
    strong = (isinstance(key, rsa.RSAPublicKey) and key.key_size >= LEAST_RSA_BITS) or (
        isinstance(key, ec.EllipticCurvePublicKey) and key.key_size >= LEAST_CURVE_BITS
    )
    if not strong:
        raise Refused("The key of the request is too weak.", "weak-key")
    return request


def _pem(certificate: x509.Certificate) -> str:
    return certificate.public_bytes(serialization.Encoding.PEM).decode()
