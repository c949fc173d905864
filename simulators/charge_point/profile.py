"""What kind of charger is simulated: its hardware, and the habits of its firmware."""

from dataclasses import dataclass
from enum import StrEnum


class AfterPowerLoss(StrEnum):
    """What becomes of a running transaction when the power returns (§4.10, PowerLoss)."""

    STOP = "stop"
    RESUME = "resume"


@dataclass(frozen=True, slots=True)
class Profile:
    """One model of charger.

    response_timeout_s is wall time: how long an answer may take on the real socket.
    """

    vendor: str = "Simulated"
    model: str = "Two-socket AC"
    serial: str = "SIM-0001"
    firmware_version: str = "1.0.0"
    meter_type: str = "integer Wh register"
    connectors: int = 1
    phases: int = 3
    voltage_v: int = 230
    rated_power_w: int = 22_000
    fixed_cable: bool = False
    after_power_loss: AfterPowerLoss = AfterPowerLoss.STOP
    boots_on_every_reconnect: bool = False
    keeps_message_id_on_repeat: bool = True  # J errata 3.1: it MAY be identical
    gives_up_on_silence: bool = False
    follows_central_clock: bool = False
    power_step_s: int = 60
    meter_start_wh: int = 0
    response_timeout_s: float = 30.0
    reconnect_wait_s: float = 10.0
    reconnect_wait_most_s: float = 300.0
