"""From the payload of a frame to a typed request: strict where it is quick, tolerant where not.

A payload that fits its schema costs one call of a compiled validator. Anything else is mended as
far as it can be understood, and what had to be done is told as deviations. Only where required
data is beyond recovery does the charger get a CALLERROR: on a transaction message it could make
the charger discard it (§3.7.1).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from csms.ocpp16 import mending, protocol, quirk_profiles
from csms.ocpp16._validators import received, schemas
from csms.ocpp16.actions import READERS, Request
from csms.ocpp16.quirks import foreign_protocol, with_true_units
from csms.ocpp16.violation import Beyond, Deviation, ErrorCode, Violation, distinct


def is_known(action: str) -> bool:
    """Whether OCPP 1.6 or its security extension has this action, from either side."""
    return action in protocol.ACTIONS


@dataclass(frozen=True, slots=True)
class Reading:
    """A request that was understood.

    payload: as mended, equal to what was sent when nothing deviated. deviations: become findings.
    """

    action: str
    request: Request
    payload: Mapping[str, Any]
    deviations: tuple[Deviation, ...]


def read_request(
    action: str,
    payload: dict[str, Any],
    arrived_at: datetime,
    quirk_profile: str | None = None,
) -> Reading | Violation:
    """Understand a CALL of a charger, or say why it cannot be answered normally.

    arrived_at stands for times that the charger did not send or that cannot be read. quirk_profile:
    the id of what is special about the charger.
    """
    profile = quirk_profiles.profile(quirk_profile)
    reader = READERS.get(action)
    if reader is None:
        return _unknown_action(action, payload)
    deviations: list[Deviation] = []
    try:
        try:
            received.REQUESTS[action](payload)
        except ValueError:
            payload = _mend(
                schemas.REQUESTS[action], mending.Mender(action, profile), payload, deviations
            )
        payload = with_true_units(profile, action, payload, deviations)
        request = reader.read(payload, arrived_at, deviations)
    except Beyond as beyond:
        return _violation(action, payload, beyond, deviations)
    kept = [found for found in deviations if not profile.tolerates(found)]
    return Reading(action, request, payload, distinct(kept))


def read_result(
    action: str, payload: dict[str, Any]
) -> tuple[dict[str, Any], tuple[Deviation, ...]] | Violation:
    """Understand the CALLRESULT to a command of ours, by the words that all chargers use."""
    deviations: list[Deviation] = []
    try:
        received.RESULTS[action](payload)
    except ValueError:
        try:
            mender = mending.Mender(action, quirk_profiles.profile(None))
            payload = _mend(schemas.RESULTS[action], mender, payload, deviations)
        except Beyond as beyond:
            return _violation(action, payload, beyond, deviations)
    return payload, distinct(deviations)


# Quoted: what an annotation names is loaded, and most messages need no mending (decision 13).
def _mend(
    schema: "mending.Schema",
    mender: "mending.Mender",
    payload: dict[str, Any],
    deviations: list[Deviation],
) -> dict[str, Any]:
    foreign = foreign_protocol(mender.action, payload)
    if foreign is not None:
        deviations.append(foreign)
    try:
        return mender.mend(schema, payload)
    finally:
        deviations += mender.deviations


def _unknown_action(action: str, payload: Mapping[str, Any]) -> Violation:
    foreign = foreign_protocol(action, payload)
    if is_known(action):
        code, text = ErrorCode.NOT_SUPPORTED, "a charger does not send this action"
    else:
        code, text = ErrorCode.NOT_IMPLEMENTED, "the action is not part of OCPP 1.6"
    return Violation(code, text, (foreign,) if foreign else ())


def _violation(
    action: str, payload: Mapping[str, Any], beyond: Beyond, deviations: list[Deviation]
) -> Violation:
    foreign = foreign_protocol(action, payload)
    if foreign is not None:
        text = f"a payload of another version: {foreign.sample}"
        return Violation(ErrorCode.FORMATION_VIOLATION, text, distinct(deviations))
    return Violation(beyond.code, beyond.description, distinct(deviations))
