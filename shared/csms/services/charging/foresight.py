"""What a frame will read before it is answered, as far as it shows when it arrives."""

from collections.abc import Sequence
from typing import Any

from csms.domain.id_tag import LONGEST_TAG
from csms.domain.ids import LARGEST_TRANSACTION_ID, ChargerId, TransactionId, fold_tag
from csms.store import charger as chargers
from csms.store import connection as connections
from csms.store import id_tag as tags
from csms.store import transaction as transactions
from csms.store.prefetch import Wanted


def rows_for(charger_id: ChargerId, action: str, payload: Any) -> Sequence[Wanted]:  # noqa: ANN401 - unchecked
    """The rows to read ahead for a frame. payload: as sent; what it lacks is read as ever."""
    told = payload if isinstance(payload, dict) else {}
    rows = [connections.wanted(charger_id)]
    match action:
        case "MeterValues":
            rows += _transaction(told)
        case "StopTransaction":
            rows += [*_transaction(told), *_tag(told)]
        case "StartTransaction":
            rows += [chargers.wanted(charger_id), *_tag(told)]
        case "Authorize":
            rows += _tag(told)
    return rows


def _transaction(told: dict[str, Any]) -> Sequence[Wanted]:
    number = told.get("transactionId")
    if not isinstance(number, int) or not 0 < number <= LARGEST_TRANSACTION_ID:
        return []
    return [transactions.wanted(TransactionId(number))]


def _tag(told: dict[str, Any]) -> Sequence[Wanted]:
    tag = told.get("idTag")
    if not isinstance(tag, str) or not 0 < len(tag) <= LONGEST_TAG:
        return []
    return [tags.wanted(fold_tag(tag))]
