"""What follows an answered frame; each step may be repeated, and none can take the answer back."""

import logging
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Final

from csms.domain.charger import Connection
from csms.entrypoints.ocpp.event import SocketEvent
from csms.entrypoints.ocpp.journal import Entry
from csms.ocpp16 import validation
from csms.ocpp16.violation import Deviation
from csms.services import commands
from csms.services.chargers import configuration, findings, liveness
from csms.services.charging import unanswered

LOG: Final = logging.getLogger(__name__)


def effects(connection: Connection, event: SocketEvent) -> list[Callable[[], None]]:
    """What the charger's row asks for: its place on the map, a waiting command, a first question.

    Commands go out on the connection that owns the charger only.
    """
    if connection.connection_id != event.connection_id:
        return []
    todo: list[Callable[[], None]] = []
    if connection.offline_since is not None:
        todo.append(partial(liveness.come_back, connection))
    if connection.has_queue and connection.slot_is_free(event.at):
        todo.append(partial(_pump, connection, event))
    if configuration.is_interval_check_due(connection, event.at):
        todo.append(partial(configuration.check_interval, connection, event.at))
    return todo


def run(todo: Iterable[Callable[[], None]]) -> None:
    """Run effects; one that fails is logged, and its deadline or a later frame repeats it."""
    for effect in todo:
        try:
            effect()
        except Exception:  # the answer is out; the rest must still run
            LOG.exception("an effect failed")


def record(
    connection: Connection, found: Sequence[Deviation], entry: Entry, event: SocketEvent
) -> None:
    """Count what deviated, by actions of the protocol: a charger can make up any others."""
    action = entry.action if entry.action and validation.is_known(entry.action) else None
    findings.record(connection.charger_id, found, action, event.at)


def _pump(connection: Connection, event: SocketEvent) -> None:
    unanswered.conclude(commands.send_next(connection, event.at), event.at)
