"""SignCertificate (S 5.17): the charger asks for a certificate."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from csms.ocpp16.violation import Deviation


@dataclass(frozen=True, slots=True)
class SignCertificate:
    """csr: a PKCS #10 request in PEM, at most 5,500 characters."""

    csr: str


def read(
    payload: Mapping[str, Any], _arrived_at: datetime, _found: list[Deviation]
) -> SignCertificate:
    """Read a payload that fits the schema."""
    return SignCertificate(payload["csr"])


def answer(*, accepted: bool) -> dict[str, object]:
    """The payload of SignCertificate.conf."""
    return {"status": "Accepted" if accepted else "Rejected"}
