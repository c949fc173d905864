"""The parts of one charger, put together."""

from collections.abc import Mapping

from simulators.charge_point.authorization import Authorization
from simulators.charge_point.clock import Clock
from simulators.charge_point.configuration import Configuration
from simulators.charge_point.configuration_keys import standard_keys
from simulators.charge_point.connector import Connector
from simulators.charge_point.credentials import Credentials
from simulators.charge_point.face import Face
from simulators.charge_point.outbox import Outbox
from simulators.charge_point.profile import Profile
from simulators.charge_point.registration import Registration
from simulators.charge_point.reservations import Reservations
from simulators.charge_point.smart_charging import ChargingProfiles, Grid
from simulators.charge_point.status_reporting import StatusReporting
from simulators.charge_point.tasks import Tasks
from simulators.charge_point.uplink import Uplink


class Device:
    """Everything a charger is made of. What is held here survives a reboot."""

    def __init__(
        self,
        url: str,
        credentials: Credentials,
        profile: Profile,
        clock: Clock,
        settings: Mapping[str, str],
    ) -> None:
        """settings: configuration values that differ from the defaults."""
        self.profile = profile
        self.clock = clock
        self.tasks = Tasks()
        self.wanted_operative = True
        self.face = Face(clock, follows_central_system=profile.follows_central_clock)
        self.configuration = Configuration(standard_keys(profile))
        for name, value in settings.items():
            self.configuration.set(name, value)
        self.uplink = Uplink(url, credentials, clock, profile)
        self.registration = Registration(self.uplink, self.configuration, self.face, clock)
        self.authorization = Authorization(
            self.uplink, self.registration, self.configuration, self.face
        )
        self.outbox = Outbox(self.uplink, self.registration, self.configuration, clock, profile)
        self.profiles = ChargingProfiles(Grid(profile.voltage_v, profile.phases))
        self.reservations = Reservations()
        self.connectors = {
            number: Connector(number, clock.now(), profile.meter_start_wh)
            for number in range(profile.connectors + 1)
        }
        self.status = StatusReporting(
            self.uplink, self.registration, self.configuration, self.face, clock, self.connectors
        )

    @property
    def identity(self) -> str:
        """The charger's id, as it stands in the URL."""
        return self.uplink.credentials.user

    def charging_connectors(self) -> list[Connector]:
        """All but the main controller."""
        return [connector for number, connector in self.connectors.items() if number > 0]

    def changed(self, connector: Connector) -> None:
        """A connector's condition changed: tell whoever waits for that.

        The main controller goes out of service only after the last transaction (§5.2).
        """
        main = self.connectors[0]
        busy = any(one.condition.in_transaction for one in self.charging_connectors())
        main.condition.operative = self.wanted_operative or (busy and main.condition.operative)
        for changed in {main.connector_id: main, connector.connector_id: connector}.values():
            self.status.note(changed, self.tasks)
        self.uplink.pulse.fire()
