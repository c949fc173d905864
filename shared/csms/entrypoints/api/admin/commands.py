"""Commands to chargers, for operators."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Response
from pydantic import AfterValidator, Field

from csms.domain.audit import Audit
from csms.domain.command import Command
from csms.domain.errors import Invalid, NotFound, Refused
from csms.domain.ids import ChargerId, CommandId, FirmwareId, TransactionId
from csms.domain.redaction import is_secret, redact
from csms.domain.transaction import TransactionState
from csms.entrypoints.api import paging
from csms.entrypoints.api.charger_path import ChargerInPath
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.fields import Body, Key, TransactionInBody
from csms.entrypoints.api.outcome import Patient, await_outcome
from csms.entrypoints.api.pace import paced_commands
from csms.entrypoints.api.paging import Cursor, Limit, PageView
from csms.entrypoints.api.payload import exact, plain
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.trail import Audited, Trail
from csms.entrypoints.api.views import command as view
from csms.entrypoints.api.views.command import CommandView, ListedCommandView
from csms.services.accounts import names
from csms.services.chargers import asking
from csms.services.chargers.asking import Asked
from csms.store import charger as chargers
from csms.store import command as command_store
from csms.store import transaction as transactions

router = APIRouter(prefix="/api/admin/chargers/{charger_id}", tags=["commands"])

SENT: dict[int | str, dict[str, Any]] = {
    202: {"model": CommandView, "description": "No outcome yet; Location says where it will be."},
    **responses(404, 409, 429),
}
ConnectorOrAll = Annotated[int, Field(ge=0, le=1000, strict=True, description="0: all of it")]


class CommandRequest(Body):
    """Any OCPP command: its name and the payload of its CALL."""

    action: Annotated[str, Field(min_length=1, max_length=50, examples=["TriggerMessage"])]
    payload: Annotated[dict[str, Any], AfterValidator(exact)] = Field(default_factory=dict)
    confirmed: Annotated[bool, Field(strict=True, description="what it ends may end")] = False
    firmware_id: Annotated[
        Key | None, Field(description="what to install, in place of an address in the payload")
    ] = None


class RemoteStart(Body):
    """A start for a tag."""

    connector_id: Annotated[int | None, Field(ge=1, le=1000, strict=True)] = None
    id_tag: Annotated[str, Field(min_length=1, max_length=20)]


class RemoteStop(Body):
    """A stop of a running transaction."""

    transaction_id: TransactionInBody


class ChangeAvailability(Body):
    """Whether a connector, or all of a charger, is to be used."""

    connector_id: ConnectorOrAll = 0
    availability: Literal["Operative", "Inoperative"]


@router.post("/commands", responses=SENT, dependencies=[paced_commands])
def send_command(
    charger_id: ChargerInPath,
    body: CommandRequest,
    now: Now,
    trail: Audited,
    patient: Patient,
    response: Response,
) -> CommandView:
    """Send a command and wait some seconds for the answer.

    200 with the outcome; 202 when there is none yet, or the charger is not connected.
    """
    return await_outcome(ask(charger_id, body, now, trail), patient, response)


@router.get("/commands", responses=responses(404))
def list_commands(
    charger_id: ChargerInPath, now: Now, limit: Limit = 50, cursor: Cursor = None
) -> PageView[ListedCommandView]:
    """Commands of a charger, newest first."""
    page = command_store.list_by_charger(charger_id, now, cursor, limit)
    if not page.items:
        chargers.get(charger_id)
    people = names.read(command.requested_by for command in page.items)
    return paging.view(page, lambda command: view.show_in_list(command, people))


@router.get("/commands/{command_id}", responses=responses(404))
def read_command(charger_id: ChargerInPath, command_id: Key) -> CommandView:
    """One command, with what became of it."""
    return view.show(command_store.get(charger_id, CommandId(command_id)))


@router.post("/remote-start", responses=SENT, dependencies=[paced_commands])
def remote_start(
    charger_id: ChargerInPath,
    body: RemoteStart,
    now: Now,
    trail: Audited,
    patient: Patient,
    response: Response,
) -> CommandView:
    """Ask a charger to start for a tag. Accepted means that it will try."""
    payload: dict[str, Any] = {"idTag": body.id_tag}
    if body.connector_id is not None:
        payload["connectorId"] = body.connector_id
    request = CommandRequest(action="RemoteStartTransaction", payload=payload)
    return await_outcome(ask(charger_id, request, now, trail), patient, response)


@router.post("/remote-stop", responses=SENT, dependencies=[paced_commands])
def remote_stop(
    charger_id: ChargerInPath,
    body: RemoteStop,
    now: Now,
    trail: Audited,
    patient: Patient,
    response: Response,
) -> CommandView:
    """Ask a charger to stop one of its running transactions."""
    transaction = transactions.find(TransactionId(body.transaction_id))
    if transaction is None or transaction.charger_id != charger_id:
        raise NotFound("transaction", str(body.transaction_id))
    if transaction.state is not TransactionState.RUNNING:
        raise Refused("the transaction does not run any more", "not_running")
    request = CommandRequest(
        action="RemoteStopTransaction", payload={"transactionId": body.transaction_id}
    )
    return await_outcome(ask(charger_id, request, now, trail), patient, response)


@router.post("/change-availability", responses=SENT, dependencies=[paced_commands])
def change_availability(
    charger_id: ChargerInPath,
    body: ChangeAvailability,
    now: Now,
    trail: Audited,
    patient: Patient,
    response: Response,
) -> CommandView:
    """Ask a charger to take a connector, or all of itself, out of use or into use."""
    payload = {"connectorId": body.connector_id, "type": body.availability}
    request = CommandRequest(action="ChangeAvailability", payload=payload)
    return await_outcome(ask(charger_id, request, now, trail), patient, response)


def ask(charger_id: ChargerId, request: CommandRequest, now: Now, trail: Trail) -> Command:
    """Store a command of an operator with its entry of the trail, and send it if possible.

    Raises Invalid for a payload that does not fit and for the password of a charger, which has
    routes of its own; NotFound; Refused when the charger's registration forbids it.
    """
    if is_secret(request.payload.get("key")):
        raise Invalid("change a charger's password with rotate-key or re-key", "body.payload.key")
    actor = trail.actor.user_id
    asked = Asked(
        charger_id,
        request.action,
        request.payload,
        actor,
        request.confirmed,
        written_down(trail),
        None if request.firmware_id is None else FirmwareId(request.firmware_id),
    )
    return asking.ask(asked, now)


def written_down(trail: Trail) -> Audit[Command]:
    """What the trail says of a command that an operator asked for."""
    return lambda command: trail.entry(
        "command.requested",
        f"charger#{command.charger_id}",
        None,
        {
            "command_id": command.command_id,
            "action": command.action,
            "payload": plain(redact(command.payload)),
        },
    )
