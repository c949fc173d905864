"""BootNotification: the registration it is answered with, and what the charger says of itself."""

import dataclasses
import hashlib
from datetime import datetime

from csms.domain.charger import ChargerModel, Connection, Registration
from csms.store import charger as charger_store
from csms.store import connection as connection_store


def boot(connection: Connection, about: ChargerModel, now: datetime) -> Registration:
    """Note a boot: one write, and one before it when the charger describes itself otherwise.

    connection: the charger's row as read. A boot is no proof of a reboot; many chargers send one
    with every connection. Returns what to answer with.
    """
    about_hash = _hash(about)
    if connection.about_hash != about_hash:
        charger_store.set_about(connection.charger_id, about)
    before = connection_store.note_boot(connection.charger_id, now, about_hash)
    return Registration.REJECTED if before is None else before.registration


def _hash(about: ChargerModel) -> str:
    text = repr(dataclasses.astuple(about))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
