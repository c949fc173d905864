"""What is meant by words that are not the specification's, and signs of another protocol.

The words are data: `quirks.json`, read by `quirk_profiles`.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final

from csms.ocpp16.quirk_profiles import QuirkProfile, quirks
from csms.ocpp16.violation import Deviation, deviation

SAMPLES: Final = {"MeterValues": "meterValue", "StopTransaction": "transactionData"}
"""Where a message has its sampled values."""
REGISTER: Final = "Energy.Active.Import.Register"
"""§7.43: what a sampled value without a measurand is."""


def fold(word: str) -> str:
    """A word without case, spaces, dots, dashes and underscores."""
    return re.sub(r"[\s._-]+", "", word.casefold())


@cache
def _vocabulary(profile: QuirkProfile, field: str, words: frozenset[str]) -> Mapping[str, str]:
    aliases = {key: word for key, word in profile.aliases.get(field, {}).items() if word in words}
    return aliases | {fold(word): word for word in words}


def known_word(profile: QuirkProfile, field: str, words: Iterable[str], sent: str) -> str | None:
    """The word of the specification that was meant, or None.

    field: the member's name, as `unit`; words: what the specification allows there.
    """
    return _vocabulary(profile, field, frozenset(words)).get(fold(sent))


def vague_word(field: str) -> str | None:
    """What stands for an unknown word of a required field that says nothing that is needed."""
    return quirks().vague_words.get(field)


def foreign_protocol(action: str, payload: Mapping[str, object]) -> Deviation | None:
    """Recognise OCPP 2.0.1 on a connection that was agreed as 1.6; the sample says what to set."""
    members = quirks().foreign_members.get(action, frozenset()) & payload.keys()
    if action not in quirks().foreign_actions and not members:
        return None
    advice = "OCPP 2.0.1: set the charger's protocol to OCPP 1.6J"
    return deviation("ocpp-2.0.1", action if members else "action", advice)


def with_true_units(
    profile: QuirkProfile, action: str, payload: dict[str, Any], found: list[Deviation]
) -> dict[str, Any]:
    """A payload that fits its schema, with the units that chargers of a profile mean.

    What was sent is left as it is; what was changed goes to `found`.
    """
    member = SAMPLES.get(action)
    if not profile.units or member is None or member not in payload:
        return payload
    path = f"{member}[].sampledValue[].unit"

    def mean(sampled: dict[str, Any]) -> dict[str, Any]:
        meant = profile.units.get(sampled.get("measurand", REGISTER), {})
        unit = meant.get(sampled.get("unit", ""))
        if unit is None:
            return sampled
        found.append(deviation("unit-corrected", path, sampled.get("unit", "")))
        return {**sampled, "unit": unit}

    return {
        **payload,
        member: [
            {**value, "sampledValue": [mean(sampled) for sampled in value["sampledValue"]]}
            for value in payload[member]
        ],
    }
