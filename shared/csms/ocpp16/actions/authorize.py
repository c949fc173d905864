"""Authorize (§6.1): may this tag charge?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from csms.domain.id_tag import IdTagInfo
from csms.ocpp16.id_tag_info import render_id_tag_info
from csms.ocpp16.violation import Deviation


@dataclass(frozen=True, slots=True)
class Authorize:
    """id_tag: as presented, also when it is longer than a tag can be."""

    id_tag: str


def read(payload: Mapping[str, Any], _arrived_at: datetime, _found: list[Deviation]) -> Authorize:
    """Read a payload that fits the schema."""
    return Authorize(payload["idTag"])


def answer(info: IdTagInfo) -> dict[str, object]:
    """The payload of Authorize.conf."""
    return {"idTagInfo": render_id_tag_info(info)}
