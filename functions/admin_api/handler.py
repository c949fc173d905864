"""HTTP requests of operators: `/api/admin/…` and the older paths of scripts."""

from typing import Any

from csms import observability
from csms.entrypoints.api.admin.app import app
from csms.entrypoints.api.door import answer

observability.set_up()


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """Answer one request (API Gateway, payload format 2.0)."""
    return answer(app, event, context)
