"""A charger asks for a certificate (S: A02), and what becomes of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from csms.domain.ids import ChargerId, CommandId


class RequestState(StrEnum):
    """The life of a request. REQUESTED has a deadline; the rest is final."""

    REQUESTED = "requested"
    SIGNED = "signed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class CertificateRequest:
    """request_key: sorts by time, and is the same for the same request sent again.

    csr: PKCS #10 in PEM. reason: why it was refused. command_id: of the CertificateSigned.
    """

    charger_id: ChargerId
    request_key: str
    csr: str
    requested_at: datetime
    state: RequestState = RequestState.REQUESTED
    reason: str | None = None
    command_id: CommandId | None = None
