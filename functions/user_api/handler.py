"""HTTP requests of drivers, and what anyone may read: `/auth`, `/users`, `/api/stations`, …"""

from typing import Any

from csms import observability
from csms.entrypoints.api.door import answer
from csms.entrypoints.api.user.app import app

observability.set_up()


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """Answer one request (API Gateway, payload format 2.0)."""
    return answer(app, event, context)
