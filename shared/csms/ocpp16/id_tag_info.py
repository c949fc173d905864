"""What a charger is told of a tag, on the wire (§7.27)."""

from csms.domain.id_tag import IdTagInfo
from csms.ocpp16.timestamps import render_time


def render_id_tag_info(info: IdTagInfo) -> dict[str, object]:
    """The `idTagInfo` member of an answer."""
    rendered: dict[str, object] = {"status": info.status.value}
    if info.expires_at is not None:
        rendered["expiryDate"] = render_time(info.expires_at)
    if info.parent_id_tag is not None:
        rendered["parentIdTag"] = info.parent_id_tag
    return rendered
