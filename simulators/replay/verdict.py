"""What is answered and billed now, against what was then, for a person to read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from csms.domain.transaction import Transaction
from simulators.replay.player import ChargerLog, Difference
from simulators.replay.traffic import Billed

WIDTH: Final = 200
SHOWN: Final = 100
NOTHING: Final = "no answer"


@dataclass(frozen=True, slots=True)
class BillDifference:
    """One fact of a bill that differs."""

    billed: Billed
    fact: str
    now: int | str | None


def bill_differences(logs: Sequence[ChargerLog], bills: Sequence[Billed]) -> list[BillDifference]:
    """Every fact of a bill that is another now; a transaction that is not there has none."""
    by_charger = {name: log for log in logs for name in (log.name, log.charger_id)}
    found: list[BillDifference] = []
    for billed in bills:
        log = by_charger.get(billed.charger)
        number = log.transactions.get(billed.transaction) if log is not None else None
        stored = {} if log is None else {int(one.transaction_id): one for one in log.billed}
        transaction = stored.get(number) if number is not None else None
        for fact, then in billed.facts.items():
            now = _fact(transaction, fact)
            if now != then:
                found.append(BillDifference(billed, fact, now))
    return found


def report(logs: Sequence[ChargerLog], bills: Sequence[BillDifference]) -> Iterator[str]:
    """The whole text, line by line."""
    for log in logs:
        yield from _charger(log)
        yield ""
    differences = [one for log in logs for one in log.differences]
    if differences:
        yield "Answers that differ:"
        yield from _grouped(differences)
        yield ""
    if bills:
        yield "Bills that differ:"
        for bill in bills[:SHOWN]:
            then = bill.billed.facts[bill.fact]
            now = "no such transaction" if bill.now is None else bill.now
            where = f"  line {bill.billed.line}  {bill.billed.charger}"
            number = f"transaction {bill.billed.transaction}"
            yield f"{where}  {number}  {bill.fact}: then {then}, now {now}"
        yield ""
    same = sum(log.same for log in logs)
    yield f"{same} answers are the same, {len(differences)} differ; {len(bills)} bills differ"


def _charger(log: ChargerLog) -> Iterator[str]:
    counts = [f"{log.frames} frames", f"{log.same} same", f"{len(log.differences)} different"]
    if log.unanswered_then:
        counts.append(f"{log.unanswered_then} without an answer in the log")
    if log.unknown_answers:
        counts.append(f"{log.unknown_answers} answers without a request in the log")
    yield f"{log.name}: {', '.join(counts)}"
    if log.asked_here:
        asked = ", ".join(f"{action} ×{count}" for action, count in log.asked_here.items())
        yield f"  asked by this system alone: {asked}"
    then = {now: number for number, now in reversed(log.transactions.items())}
    for transaction in log.billed:
        yield f"  {_session(transaction, then.get(transaction.transaction_id))}"


def _session(transaction: Transaction, number_then: int | None) -> str:
    bill = transaction.bill
    energy_wh = bill.energy_wh if bill is not None else _energy(transaction)
    parts = [
        f"transaction {'?' if number_then is None else number_then}",
        f"connector {transaction.connector_id}",
        f"{transaction.id_tag}",
        f"{transaction.started_at.isoformat(timespec='seconds')}",
        f"{energy_wh} Wh",
        "no bill" if bill is None else f"{bill.price_minor / 100:.2f} {bill.currency}",
        transaction.state.value,
    ]
    if transaction.hold_reason and bill is None:
        parts.append(f"({transaction.hold_reason})")
    return "  ".join(parts)


def _energy(transaction: Transaction) -> int:
    if transaction.meter_stop_wh is None:
        return 0
    return max(0, transaction.meter_stop_wh - transaction.meter_start_wh)


def _fact(transaction: Transaction | None, fact: str) -> int | str | None:
    if transaction is None:
        return None
    bill = transaction.bill
    match fact:
        case "state":
            return transaction.state.value
        case "energy_wh":
            return bill.energy_wh if bill is not None else _energy(transaction)
        case _:
            return bill.price_minor if bill is not None else 0


def _grouped(differences: Sequence[Difference]) -> Iterator[str]:
    """Each kind of difference of a charger once, with the line where it is first seen."""
    groups: dict[tuple[str, str, str, str], list[Difference]] = {}
    for one in differences:
        key = (one.event.charger, one.about, _text(one.then), _text(one.now))
        groups.setdefault(key, []).append(one)
    for (charger, about, then, now), same in list(groups.items())[:SHOWN]:
        first = same[0].event
        times = f"  (×{len(same)})" if len(same) > 1 else ""
        yield f"  line {first.line}  {first.at.isoformat()}  {charger}  {about}{times}"
        yield f"    sent {_cut(first.text)}"
        yield f"    then {then}"
        yield f"    now  {now}"
    if len(groups) > SHOWN:
        yield f"  and {len(groups) - SHOWN} other kinds"


def _text(value: Any) -> str:  # noqa: ANN401 - JSON
    if value is None:
        return NOTHING
    return _cut(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _cut(text: str) -> str:
    return text if len(text) <= WIDTH else f"{text[:WIDTH]}…"
