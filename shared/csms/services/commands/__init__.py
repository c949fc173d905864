"""Commands to chargers: one at a time, in order, each with a deadline and one outcome.

Life: queued, sent (or in doubt), then one end. The row in the store comes first; the command slot
on the connection's row lets one command through; whoever frees the slot sends the next.

A process may die between any two steps. Before the post: the row ends by its deadline and the slot
frees itself. After the outcome: the slot frees itself, and the next frame of the charger sends the
next command; what the outcome should have changed elsewhere is only a copy of what the charger
tells again (configuration, availability), or has a deadline of its own (a charging session).
"""

from csms.services.commands.answers import (
    Answered,
    Settled,
    finish_interrupted,
    settle,
    take_answer,
)
from csms.services.commands.deadlines import Swept, sweep_due
from csms.services.commands.queueing import (
    admit,
    drop_queue,
    enqueue,
    enqueue_later,
    enqueue_with,
    new_id,
    read,
)
from csms.services.commands.sending import pump, send_next
from csms.services.commands.waiting import wait_for_outcome

__all__ = [
    "Answered",
    "Settled",
    "Swept",
    "admit",
    "drop_queue",
    "enqueue",
    "enqueue_later",
    "enqueue_with",
    "finish_interrupted",
    "new_id",
    "pump",
    "read",
    "send_next",
    "settle",
    "sweep_due",
    "take_answer",
    "wait_for_outcome",
]
