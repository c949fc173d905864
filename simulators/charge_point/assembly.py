"""Building a charger that answers commands."""

from collections.abc import Mapping

from simulators.charge_point.charger import Charger
from simulators.charge_point.clock import Clock
from simulators.charge_point.credentials import Credentials
from simulators.charge_point.device import Device
from simulators.charge_point.profile import Profile
from simulators.charge_point.responder import Responder


class Simulation:
    """A charger together with the part of it that answers commands."""

    def __init__(self, charger: Charger, responder: Responder) -> None:
        """responder: of this charger."""
        self.charger = charger
        self.responder = responder


def build_charger(
    url: str,
    credentials: Credentials,
    clock: Clock,
    profile: Profile | None = None,
    settings: Mapping[str, str] | None = None,
) -> Simulation:
    """A charger without power, ready to be switched on.

    url: of the central system, without the identity. settings: configuration values that
    differ from the defaults.
    """
    device = Device(url, credentials, profile or Profile(), clock, settings or {})
    charger = Charger(device)
    responder = Responder(charger)
    device.uplink.respond = responder
    return Simulation(charger, responder)
