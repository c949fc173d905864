"""Certificates a charger holds, and the key of its own (S A02, M03–M05)."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from ocpp.v16.enums import (
    CertificateSignedStatus,
    CertificateStatus,
    CertificateUse,
    DeleteCertificateStatus,
)


@dataclass(frozen=True, slots=True)
class CertificateHash:
    """How OCPP names a certificate (S, CertificateHashDataType, SHA-256)."""

    issuer_name_hash: str
    issuer_key_hash: str
    serial_number: str

    def payload(self) -> dict[str, str]:
        """The snake_case form python-ocpp sends."""
        return {
            "hash_algorithm": "SHA256",
            "issuer_name_hash": self.issuer_name_hash,
            "issuer_key_hash": self.issuer_key_hash,
            "serial_number": self.serial_number,
        }


def hash_of(certificate: x509.Certificate) -> CertificateHash:
    """The name of a self-signed root: it is its own issuer."""
    key = certificate.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return CertificateHash(
        issuer_name_hash=hashlib.sha256(certificate.issuer.public_bytes()).hexdigest(),
        issuer_key_hash=hashlib.sha256(key).hexdigest(),
        serial_number=f"{certificate.serial_number:x}",
    )


class CertificateStore:
    """Installed roots, and the charger's own certificate."""

    def __init__(self, most: int) -> None:
        """most: how many roots fit (CertificateStoreMaxLength)."""
        self._most = most
        self._roots: dict[tuple[CertificateUse, CertificateHash], str] = {}
        self._key = ec.generate_private_key(ec.SECP256R1())
        self.own_chain: str | None = None

    def install(self, use: CertificateUse, pem: str) -> CertificateStatus:
        """InstallCertificate: what is no certificate is rejected, what does not fit fails."""
        try:
            certificate = x509.load_pem_x509_certificate(pem.encode())
        except ValueError:
            return CertificateStatus.rejected
        place = (use, hash_of(certificate))
        if place not in self._roots and len(self._roots) >= self._most:
            return CertificateStatus.failed
        self._roots[place] = pem
        return CertificateStatus.accepted

    def installed(self, use: CertificateUse) -> list[CertificateHash]:
        """GetInstalledCertificateIds."""
        return [name for kind, name in self._roots if kind is use]

    def delete(self, fields: Mapping[str, str]) -> DeleteCertificateStatus:
        """DeleteCertificate, by hash."""
        for place in self._roots:
            if place[1].payload() == dict(fields):
                del self._roots[place]
                return DeleteCertificateStatus.accepted
        return DeleteCertificateStatus.not_found

    def signing_request(self, serial: str, organisation: str) -> str:
        """A CSR with the charger's serial as common name (S A00.FR.405)."""
        name = [x509.NameAttribute(NameOID.COMMON_NAME, serial)]
        if organisation:
            name.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation))
        builder = x509.CertificateSigningRequestBuilder().subject_name(x509.Name(name))
        request = builder.sign(self._key, hashes.SHA256())
        return request.public_bytes(serialization.Encoding.PEM).decode("ascii")

    def take_signed(self, chain: str) -> CertificateSignedStatus:
        """CertificateSigned: accepted if the first certificate is for this charger's key."""
        try:
            certificate = x509.load_pem_x509_certificate(chain.encode())
        except ValueError:
            return CertificateSignedStatus.rejected
        if certificate.public_key() != self._key.public_key():
            return CertificateSignedStatus.rejected
        self.own_chain = chain
        return CertificateSignedStatus.accepted
