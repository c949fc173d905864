"""Who is kept out while they charge: the energy is paid, nothing new begins, operators see all."""

from datetime import timedelta

from csms.domain.charging_session import SessionState
from csms.domain.id_tag import AuthorizationStatus, IdTag
from csms.domain.ids import (
    ChargerId,
    ChargingSessionId,
    ConnectorId,
    TransactionId,
    UserId,
    fold_tag,
)
from csms.domain.transaction import TransactionState
from csms.services.charging import authorization, ends, sessions
from csms.store import charging_session, id_tag, transaction
from tests.integration.api import tokens
from tests.integration.api.client import Client
from tests.integration.api.world import ADMIN, World, running
from tests.integration.events import START

HOUR = timedelta(hours=1)


def keep_out(admin: Client, world: World) -> None:
    assert admin.post(f"{ADMIN}/users/{world.user_id}/deactivate").status == 200


def requested(world: World) -> ChargingSessionId:
    """A session that waits for its charger, with money held for it."""
    place = (ChargerId(world.charger_id), ConnectorId(1))
    return sessions.request(UserId(world.user_id), *place, world.user_id, START).session_id


def test_operators_see_what_a_deactivated_driver_has_and_the_driver_does_not(
    admin: Client, driver: Client, world: World
) -> None:
    session_id = requested(world)
    keep_out(admin, world)
    path = f"/users/{world.user_id}/charging-sessions"
    operator = tokens.token("operator", "ADMIN")

    seen = driver.get(path, token=operator)
    refused = driver.get(path)

    assert session_id in {one["session_id"] for one in seen.json["items"]}
    assert driver.get(f"{path}/{session_id}", token=operator).status == 200
    assert (refused.status, refused.json["reason"]) == (403, "deactivated")


def test_an_operator_ends_what_has_not_begun_and_its_money_is_free_again(
    admin: Client, driver: Client, world: World
) -> None:
    session_id = requested(world)
    keep_out(admin, world)
    wallet = f"{ADMIN}/users/{world.user_id}/wallet"
    held = admin.get(wallet).json["held_minor"]
    path = f"/users/{world.user_id}/charging-sessions/{session_id}/stop"

    answer = driver.post(path, token=tokens.token("operator", "ADMIN"))

    assert (answer.status, answer.json["session"]["state"]) == (200, "CANCELLED")
    assert (held, admin.get(wallet).json["held_minor"]) == (500, 0)


def test_a_start_that_comes_after_it_is_refused_and_the_session_fails_in_time(
    admin: Client, world: World
) -> None:
    session_id = requested(world)
    tag, charger_id = charging_session.get(session_id).id_tag, ChargerId(world.charger_id)
    before = authorization.identify(tag, charger_id, START)
    keep_out(admin, world)

    after = authorization.identify(tag, charger_id, START)
    sessions.fail_due(START + HOUR, lambda: True)

    accepted, blocked = AuthorizationStatus.ACCEPTED, AuthorizationStatus.BLOCKED
    assert (before.status, after.status) == (accepted, blocked)
    assert charging_session.get(session_id).state is SessionState.FAILED
    assert admin.get(f"{ADMIN}/users/{world.user_id}/wallet").json["held_minor"] == 0


def test_what_charges_goes_on_and_an_operator_can_stop_it(admin: Client, world: World) -> None:
    here = running(world.station_id, world.charger_id, world.user_id)
    linked = charging_session.get(ChargingSessionId(world.session_id))
    virtual = IdTag(fold_tag("VIRTUAL"), "VIRTUAL", linked.user_id, session_id=linked.session_id)
    id_tag.create(virtual, START)
    keep_out(admin, world)

    seen = authorization.identify("VIRTUAL", ChargerId(world.charger_id), START)
    stop = admin.post(f"{ADMIN}/transactions/{here.transaction_id}/stop")

    assert seen.status is AuthorizationStatus.ACCEPTED
    assert (stop.status, stop.json["action"]) == (202, "RemoteStopTransaction")


def test_what_was_charged_is_billed_all_the_same(admin: Client, world: World) -> None:
    keep_out(admin, world)

    billed = ends.settle(transaction.get(TransactionId(world.transaction_id)), START + HOUR)

    assert billed.state is TransactionState.COMPLETED
    assert billed.bill is not None
    paid = 5000 - billed.bill.price_minor
    assert admin.get(f"{ADMIN}/users/{world.user_id}/wallet").json["balance_minor"] == paid
