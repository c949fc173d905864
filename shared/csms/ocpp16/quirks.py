"""What chargers write where the specification has another word, and signs of another protocol."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from csms.ocpp16.violation import Deviation, deviation

# By field. Keys are folded as `fold` does, so that case and punctuation need no row of their own.
ALIASES: Mapping[str, Mapping[str, str]] = {
    "unit": {
        "hz": "Hertz",
        "%": "Percent",
        "pct": "Percent",
        "c": "Celsius",
        "°c": "Celsius",
        "degc": "Celsius",
        "°f": "Fahrenheit",
        "watt": "W",
        "watts": "W",
        "amp": "A",
        "amps": "A",
        "ampere": "A",
        "volt": "V",
        "volts": "V",
        "watthour": "Wh",
        "kelvin": "K",
    },
    "measurand": {
        "stateofcharge": "SoC",
        "energyactiveimport": "Energy.Active.Import.Register",
        "energyactiveexport": "Energy.Active.Export.Register",
    },
    "phase": {"1": "L1", "2": "L2", "3": "L3"},
    "status": {
        # Words of OCPP 1.5 and drafts of 1.6 that firmware still carries.
        "finished": "Finishing",
        "suspended": "SuspendedEV",
        "fault": "Faulted",
    },
    "errorCode": {"overcurrent": "OverCurrentFailure", "none": "NoError", "ok": "NoError"},
    "reason": {"evdisconnect": "EVDisconnected", "deauthorised": "DeAuthorized"},
}

# Required words whose field says nothing that is needed: the unknown becomes the vague.
VAGUE_WORDS: Mapping[str, str] = {"errorCode": "OtherError", "reason": "Other"}

OCPP201_ACTIONS = frozenset(
    {
        "ClearedChargingLimit",
        "Get15118EVCertificate",
        "GetCertificateStatus",
        "NotifyChargingLimit",
        "NotifyCustomerInformation",
        "NotifyDisplayMessages",
        "NotifyEVChargingNeeds",
        "NotifyEVChargingSchedule",
        "NotifyEvent",
        "NotifyMonitoringReport",
        "NotifyReport",
        "PublishFirmwareStatusNotification",
        "ReportChargingProfiles",
        "ReservationStatusUpdate",
        "TransactionEvent",
    }
)
# Members that OCPP 2.0.1 has at the top of a message that both versions name alike.
OCPP201_MEMBERS: Mapping[str, frozenset[str]] = {
    "Authorize": frozenset({"idToken"}),
    "BootNotification": frozenset({"chargingStation"}),
    "MeterValues": frozenset({"evseId"}),
    "StatusNotification": frozenset({"connectorStatus", "evseId"}),
}


def fold(word: str) -> str:
    """A word without case, spaces, dots, dashes and underscores."""
    return re.sub(r"[\s._-]+", "", word.casefold())


@cache
def _vocabulary(field: str, words: frozenset[str]) -> Mapping[str, str]:
    aliases = {key: word for key, word in ALIASES.get(field, {}).items() if word in words}
    return aliases | {fold(word): word for word in words}


def known_word(field: str, words: Iterable[str], sent: str) -> str | None:
    """The word of the specification that was meant, or None.

    field: the member's name, as `unit`; words: what the specification allows there.
    """
    return _vocabulary(field, frozenset(words)).get(fold(sent))


def foreign_protocol(action: str, payload: Mapping[str, object]) -> Deviation | None:
    """Recognise OCPP 2.0.1 on a connection that was agreed as 1.6; the sample says what to set."""
    members = OCPP201_MEMBERS.get(action, frozenset()) & payload.keys()
    if action not in OCPP201_ACTIONS and not members:
        return None
    advice = "OCPP 2.0.1: set the charger's protocol to OCPP 1.6J"
    return deviation("ocpp-2.0.1", action if members else "action", advice)
