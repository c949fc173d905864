"""GetConfiguration: what the charger's keys are."""

from datetime import datetime

from csms.domain.command import Command
from csms.ocpp16.answer import Answer
from csms.ocpp16.commands import get_configuration
from csms.services.chargers import configuration


def handle(command: Command, answer: Answer, now: datetime) -> None:
    """Store the keys, ask for those that were left out, and shorten intervals if our rule asked."""
    if isinstance(answer, get_configuration.ConfigurationAnswer):
        configuration.report(command.charger_id, answer, now)
        configuration.ask_for_the_rest(command, answer, now)
        configuration.shorten_intervals(command, answer, now)
