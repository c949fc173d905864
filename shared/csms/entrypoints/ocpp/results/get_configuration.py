"""GetConfiguration: what the charger's keys are."""

from datetime import datetime

from csms.domain.command import Command
from csms.ocpp16.answer import Answer
from csms.ocpp16.commands.get_configuration import ConfigurationAnswer
from csms.services.chargers import configuration


def handle(command: Command, answer: Answer, now: datetime) -> None:
    """Store the keys; if the rule about heartbeats asked, set intervals that are too long."""
    if isinstance(answer, ConfigurationAnswer):
        configuration.report(command.charger_id, answer, now)
        configuration.shorten_intervals(command, answer, now)
