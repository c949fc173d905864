"""BootNotification: who the charger is, and whether it may work."""

from csms.domain.charger import Registration
from csms.entrypoints.ocpp.exchange import Exchange, Reply
from csms.ocpp16.actions import boot_notification
from csms.ocpp16.actions.boot_notification import BootNotification
from csms.services.chargers import boots
from csms.services.charging import reconciliation
from csms.settings import SETTINGS
from csms.store import charger as chargers

RETRY_S = 60
"""How soon a charger that is not accepted asks again."""


def handle(request: BootNotification, exchange: Exchange) -> Reply:
    """Answer with the registration, which belongs to the identity and is remembered.

    What runs on the charger is put in doubt before the answer: a charger without an answer boots
    again, while nothing would repeat a step that is lost after it.
    """
    registration = boots.boot(exchange.connection, request.about, exchange.now)
    for connector in chargers.connectors(exchange.charger_id):
        if connector.transaction_id is not None:
            reconciliation.note_boot(connector, exchange.now, exchange.now)
    accepted = registration is Registration.ACCEPTED
    interval_s = SETTINGS.heartbeat_interval_s if accepted else RETRY_S
    return Reply(boot_notification.answer(registration, exchange.now, interval_s))
