"""The stop that is asked for when the money of a transaction is used up: surely, and once."""

from pynamodb.transactions import TransactWrite

from csms.domain.command import Command
from csms.domain.transaction import TimelineEntry, Transaction
from csms.store import command as commands
from csms.store import timeline, wallet
from csms.store.base import CONNECTION, TransactionCancelled
from csms.store.command_row import CommandRow
from csms.store.transaction_row import TransactionRow, to_row


def ask(before: Transaction, after: Transaction, command: Command, note: TimelineEntry) -> None:
    """Mark a transaction, and put the command that asks into its charger's queue: both or neither.

    after: with the mark; its version is before.version + 1. The command's row has its deadline, so
    that whoever dies here leaves either nothing or a command that the sweep sends.
    Raises Moved when the transaction changed meanwhile, Busy.
    """
    try:
        with TransactWrite(connection=CONNECTION) as write:
            write.save(to_row(after), TransactionRow.version == before.version)
            write.save(commands.to_row(command), CommandRow.charger_id.does_not_exist())
            write.save(timeline.to_row(note))
    except TransactionCancelled as cancelled:
        raise wallet.explained(cancelled, ()) from cancelled
