"""Local lists, made of the id tags that people hold.

A list that is longer than one message goes out in parts: a full list first, then differences, each
sent when the charger confirmed the one before. What is on its way is on the row, so that any
process can go on; a part that gets no answer is sent again.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from csms.domain.command import NO_CAUSE, Cause, Command, CommandState
from csms.domain.errors import Refused
from csms.domain.id_tag import IdTag, judge
from csms.domain.ids import ChargerId, FoldedTag, fold_tag
from csms.domain.local_list import ListState, LocalList
from csms.ocpp16.answer import Answer
from csms.ocpp16.commands import get_local_list_version, send_local_list
from csms.ocpp16.id_tag_info import render_id_tag_info
from csms.services import commands
from csms.store import configuration, id_tag
from csms.store import local_list as list_store

PART: Final = 500
"""Entries of one part, where the charger does not say how many it takes."""
ATTEMPTS: Final = 3
RESYNC: Final = "system:local-list"


@dataclass(frozen=True, slots=True)
class _Origin:
    """Who asked for a part, why, and for the how manieth time."""

    requested_by: str
    cause: Cause = NO_CAUSE
    attempts: int = 1


def send_all(
    charger_id: ChargerId,
    requested_by: str,
    now: datetime,
    attempts: int = 1,
    cause: Cause = NO_CAUSE,
) -> Command:
    """Begin to send every tag, as a full list and as many differences as it takes.

    Raises Refused when the charger said how many tags it holds, and there are more.
    """
    most = _limit(charger_id, "LocalAuthListMaxLength")
    if most is not None and len(id_tag.list_after(None, most + 1)) > most:
        raise Refused(f"This charger holds {most} tags; there are more.", "list-too-long")
    origin = _Origin(requested_by, cause, attempts)
    return _send_part(charger_id, send_local_list.UpdateType.FULL, None, origin, now)


def send_changes(
    charger_id: ChargerId,
    tags: Sequence[FoldedTag],
    requested_by: str,
    now: datetime,
    cause: Cause = NO_CAUSE,
) -> Command:
    """Send what became of some tags; those that are no more are taken out of the list."""
    entries = [_entry(id_tag.find(tag, now), tag, now) for tag in tags]
    version = list_store.next_version(charger_id)
    known = list_store.find(charger_id)
    sending = replace(known, version=version, state=ListState.SENDING, sent_up_to=None)
    request = send_local_list.SendLocalList(
        version, send_local_list.UpdateType.DIFFERENTIAL, entries
    )
    return _enqueue(charger_id, request, sending, _Origin(requested_by, cause), now)


def answered(command: Command, answer: Answer, now: datetime) -> None:
    """Go on with the next part, or begin anew when the charger's list is not what we think."""
    request = send_local_list.SendLocalList.from_payload(command.payload)
    known = list_store.find(command.charger_id)
    if request.list_version != known.version:
        return  # A later part is on its way; its answer counts.
    if answer.state is CommandState.ACCEPTED:
        held = replace(known, held_version=request.list_version)
        if known.sent_up_to is not None:
            list_store.save(command.charger_id, held, now)
            origin = _Origin(command.requested_by, attempts=known.attempts)
            kind = send_local_list.UpdateType.DIFFERENTIAL
            _send_part(command.charger_id, kind, known.sent_up_to, origin, now)
            return
        whole = replace(held, state=ListState.HELD, attempts=0)
        list_store.save(command.charger_id, whole, now)
    elif answer.state is CommandState.NOT_SUPPORTED:
        none = replace(known, state=ListState.NOT_OFFERED, sent_up_to=None)
        list_store.save(command.charger_id, none, now)
    elif answer.state is CommandState.REJECTED and known.attempts < ATTEMPTS:
        send_all(command.charger_id, command.requested_by, now, known.attempts + 1)
    else:
        failed = replace(known, state=ListState.FAILED, sent_up_to=None)
        list_store.save(command.charger_id, failed, now)


def unanswered(command: Command, now: datetime) -> None:
    """Send a part again whose fate is unknown: the same tags under a new number.

    Whether the charger took it or not, it then has them. After some tries, and when the part never
    went out, the list has failed until it is asked for again.
    """
    request = send_local_list.SendLocalList.from_payload(command.payload)
    known = list_store.find(command.charger_id)
    if request.list_version != known.version or known.state is not ListState.SENDING:
        return
    was_sent = command.state in (CommandState.TIMED_OUT, CommandState.OFFLINE)
    if not was_sent or known.attempts >= ATTEMPTS:
        list_store.save(command.charger_id, replace(known, state=ListState.FAILED), now)
        return
    version = list_store.next_version(command.charger_id)
    again = replace(request, list_version=version)
    sending = replace(known, version=version, attempts=known.attempts + 1)
    list_store.save(command.charger_id, sending, now)
    asked = (command.charger_id, again.ACTION, again.payload(), command.requested_by)
    commands.enqueue_later(*asked, now)


def reported(command: Command, answer: Answer, now: datetime) -> None:
    """GetLocalListVersion: versions go on from the charger's own, and -1 means that it has none."""
    known = list_store.find(command.charger_id)
    if not isinstance(answer, get_local_list_version.ListVersionAnswer):
        return
    if answer.list_version < 0:
        none = replace(known, state=ListState.NOT_OFFERED, held_version=None)
        list_store.save(command.charger_id, none, now)
        return
    is_ours = answer.list_version == known.held_version
    state = known.state if is_ours or known.state is ListState.SENDING else ListState.UNKNOWN
    version = max(known.version, answer.list_version)
    found = replace(known, version=version, held_version=answer.list_version, state=state)
    list_store.save(command.charger_id, found, now)


def resync(charger_id: ChargerId, now: datetime) -> None:
    """§7.6, LocalListConflict: the charger's own tags contradict the list. Send it whole again."""
    if list_store.find(charger_id).state is ListState.HELD:
        send_all(charger_id, RESYNC, now)


def _send_part(
    charger_id: ChargerId,
    kind: "send_local_list.UpdateType",
    after: FoldedTag | None,
    origin: _Origin,
    now: datetime,
) -> Command:
    """Send the tags after one, as many as fit."""
    most = min(_limit(charger_id, "SendLocalListMaxLength") or PART, PART)
    tags = id_tag.list_after(after, most + 1)
    entries, last = _fitting([_entry(tag, tag.tag, now) for tag in tags[:most]])
    is_last = len(entries) == len(tags)
    version = list_store.next_version(charger_id)
    sending = replace(
        list_store.find(charger_id),
        version=version,
        state=ListState.SENDING,
        sent_up_to=None if is_last else last,
        attempts=origin.attempts,
    )
    return _enqueue(
        charger_id, send_local_list.SendLocalList(version, kind, entries), sending, origin, now
    )


def _enqueue(
    charger_id: ChargerId,
    request: "send_local_list.SendLocalList",
    sending: LocalList,
    origin: _Origin,
    now: datetime,
) -> Command:
    # Before the command: its answer may come while this still runs.
    list_store.save(charger_id, sending, now)
    asked = (charger_id, request.ACTION, request.payload(), origin.requested_by)
    return commands.enqueue(*asked, now, origin.cause)


def _entry(tag: IdTag | None, folded: FoldedTag, now: datetime) -> dict[str, Any]:
    if tag is None:
        return {"idTag": folded}
    return {"idTag": tag.id_tag, "idTagInfo": render_id_tag_info(judge(tag, now))}


def _fitting(entries: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], FoldedTag | None]:
    """As many entries as one message takes, and the last of them."""
    room = send_local_list.LONGEST_LIST_BYTES - 200
    fitting = []
    for entry in entries:
        room -= len(json.dumps(entry, ensure_ascii=False).encode()) + 2
        if room < 0:
            break
        fitting.append(entry)
    return fitting, fold_tag(fitting[-1]["idTag"]) if fitting else None


def _limit(charger_id: ChargerId, key: str) -> int | None:
    entry = configuration.find(charger_id, key)
    text = "" if entry is None else (entry.value or "").strip()
    return int(text) if text.isascii() and text.isdigit() and int(text) > 0 else None
