"""BootNotification: the registration it is answered with, and what the charger says of itself."""

import dataclasses
import hashlib
from datetime import datetime

from csms.domain.charger import ChargerModel, Connection, QuirkMatch, Registration
from csms.ocpp16 import quirk_profiles
from csms.store import charger as charger_store
from csms.store import connection as connection_store
from csms.store.connection import Boot


def boot(connection: Connection, about: ChargerModel, now: datetime) -> Registration:
    """Note a boot: one write, and one before it when the charger describes itself otherwise.

    connection: the charger's row as read. A boot is no proof of a reboot; many chargers send one
    with every connection. Returns what to answer with.
    """
    profile = quirk_profiles.match(about)
    version = quirk_profiles.quirks().version
    about_hash = _hash(about, version)
    if connection.about_hash != about_hash:
        match = None if profile is None else QuirkMatch(profile.profile_id, version)
        charger_store.set_about(connection.charger_id, about, match)
    noted = Boot(now, about_hash, None if profile is None else profile.profile_id)
    before = connection_store.note_boot(connection.charger_id, noted)
    return Registration.REJECTED if before is None else before.registration


def _hash(about: ChargerModel, quirks_version: int) -> str:
    """Tells whether the charger describes itself otherwise, or we know more of chargers."""
    text = repr((dataclasses.astuple(about), quirks_version))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
