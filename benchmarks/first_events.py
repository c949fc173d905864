"""`python -m benchmarks.first_events FOLDER`: writes one event for each function as `<name>.json`.

The rows that the events need are made in the engine that the environment names. The folder also
gets `jwks.json`, the keys of the provider whose tokens the HTTP requests carry.
"""

import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from functions.charger_connect.handler import handler as connect
from functions.ocpp_message.handler import handler as answer
from tests.integration import events
from tests.integration.api import tokens
from tests.integration.api.client import http_event
from tests.integration.chargers import charger

CONNECTION: Final = "first="
BOOT: Final = {"chargePointVendor": "Acme", "chargePointModel": "One", "firmwareVersion": "1.0"}


def main(folder: Path) -> None:
    """Register a charger, connect it, and write what comes to each function first."""
    charger.station()
    registered, password = charger.register()
    connect(events.connect(registered.charger_id, CONNECTION), events.CONTEXT)
    # A charger is asked for its intervals once a day, which is not what starts are made of.
    answer(_boot(registered.charger_id), events.CONTEXT)
    (folder / "jwks.json").write_text(tokens.key_set(), encoding="utf-8")
    for name, event in _events(registered.charger_id, password).items():
        (folder / f"{name}.json").write_text(json.dumps(event), encoding="utf-8")


def _boot(charger_id: str) -> dict[str, Any]:
    return events.message(charger_id, CONNECTION, [2, "1", "BootNotification", BOOT])


def _events(charger_id: str, password: str) -> Mapping[str, dict[str, Any]]:
    now = datetime.now(UTC)
    clock = events.schedule(events.START)
    operator = {"authorization": f"Bearer {tokens.token('operator', 'ADMIN')}"}
    driver = {"authorization": f"Bearer {tokens.token('driver')}"}
    authorization = events.basic(charger_id, password)
    return {
        "charger_authorizer": events.handshake(f"/ocpp/{charger_id}", authorization),
        "charger_connect": events.connect(charger_id, CONNECTION),
        "charger_disconnect": events.disconnect(charger_id, "another="),
        "ocpp_message": _boot(charger_id),
        "billing_retry": clock,
        "books_check": clock,
        "card_refund": clock,
        "certificate_sign": clock,
        "export_write": clock,
        "heartbeat_sweep": clock,
        "admin_api": http_event("GET", "/api/admin/stations", None, {}, operator, now),
        "user_api": http_event("GET", "/auth/profile", None, {}, driver, now),
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
