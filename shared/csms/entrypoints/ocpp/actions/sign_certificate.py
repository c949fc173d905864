"""SignCertificate: taken in, and signed by the one function that holds the key (S: A02.FR.04)."""

from csms.entrypoints.ocpp.exchange import Exchange, Reply
from csms.ocpp16.actions import sign_certificate
from csms.ocpp16.actions.sign_certificate import SignCertificate
from csms.store import certificate_request

LONGEST = 5_500


def handle(request: SignCertificate, exchange: Exchange) -> Reply:
    """Store the request with its deadline; what it is worth is judged where it is signed."""
    if len(request.csr) > LONGEST:
        return Reply(sign_certificate.answer(accepted=False))
    certificate_request.put(exchange.charger_id, request.csr, exchange.now)
    return Reply(sign_certificate.answer(accepted=True))
