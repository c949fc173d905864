"""Certificates that chargers hold, in OCPP's words."""

from enum import StrEnum


class CertificateUse(StrEnum):
    """Which root a certificate is (S, CertificateUseEnumType)."""

    CENTRAL_SYSTEM_ROOT = "CentralSystemRootCertificate"
    MANUFACTURER_ROOT = "ManufacturerRootCertificate"
