"""Registration with the central system (§4.2) and the heartbeat that follows it (§4.6)."""

from ocpp.v16 import call
from ocpp.v16.enums import RegistrationStatus

from simulators.charge_point.clock import Clock
from simulators.charge_point.configuration import Configuration
from simulators.charge_point.errors import ExchangeFailed, LinkLost
from simulators.charge_point.face import Face
from simulators.charge_point.profile import Profile
from simulators.charge_point.uplink import Uplink

_WAIT_WITHOUT_INTERVAL_S = 60


class Registration:
    """What the central system last said to a BootNotification, and asking it again."""

    def __init__(
        self, uplink: Uplink, configuration: Configuration, face: Face, clock: Clock
    ) -> None:
        """All parts belong to one charger."""
        self._uplink = uplink
        self._configuration = configuration
        self._face = face
        self._clock = clock
        self._asked_again = False
        self.takes_over_interval = True
        self.status: RegistrationStatus | None = None

    @property
    def is_accepted(self) -> bool:
        """Whether normal messages may be sent."""
        return self.status is RegistrationStatus.accepted

    @property
    def is_open(self) -> bool:
        """Whether the charger is registered and connected."""
        return self.is_accepted and self._uplink.is_online

    def forget(self) -> None:
        """A reboot begins: nothing is known."""
        self.status = None

    def ask_again(self) -> None:
        """Send another BootNotification now, without waiting for the interval (TriggerMessage)."""
        self._asked_again = True
        self._uplink.pulse.fire()

    async def register(self, profile: Profile) -> None:
        """Send BootNotification until it is accepted, as often as the answers allow.

        Returns without a result when the connection goes: the next one starts over.
        """
        while True:
            try:
                seconds = await self._boot_once(profile)
            except LinkLost:
                return
            except ExchangeFailed:
                seconds = _WAIT_WITHOUT_INTERVAL_S
            if self.is_accepted:
                return
            self._asked_again = False
            await self._uplink.pulse.until_or_after(lambda: self._asked_again, self._clock, seconds)

    async def announce(self, profile: Profile) -> None:
        """One BootNotification out of turn, by a charger that is already accepted."""
        await self._boot_once(profile)

    async def keep_beating(self) -> None:
        """Send a Heartbeat after each HeartbeatInterval without any other exchange."""
        while True:
            await self._uplink.pulse.until(lambda: self.is_open and self._interval_s() > 0)
            idle_s = (self._clock.now() - self._uplink.last_exchange_at).total_seconds()
            interval_s = self._interval_s()
            if idle_s < interval_s:
                await self._uplink.pulse.until_or_after(
                    lambda asked=interval_s: self._interval_s() != asked,  # type: ignore[misc] # the loop's value, bound now
                    self._clock,
                    interval_s - idle_s,
                )
                continue
            await self.beat()

    async def beat(self) -> None:
        """One Heartbeat; its failure changes nothing."""
        self._uplink.last_exchange_at = self._clock.now()
        try:
            answer = await self._uplink.ask(call.Heartbeat())
        except ExchangeFailed:
            return
        self._face.hear(answer.current_time)

    def _interval_s(self) -> int:
        return self._configuration.number("HeartbeatInterval")

    async def _boot_once(self, profile: Profile) -> int:
        """Ask, take the answer over, and return after how many seconds to ask again."""
        answer = await self._uplink.ask(
            call.BootNotification(
                charge_point_model=profile.model[:20],
                charge_point_vendor=profile.vendor[:20],
                charge_point_serial_number=profile.serial[:25],
                firmware_version=profile.firmware_version[:50],
                meter_type=profile.meter_type[:25],
            )
        )
        self._face.hear(answer.current_time)
        self.status = RegistrationStatus(answer.status)
        if self.takes_over_interval and self.is_accepted and answer.interval > 0:
            self._configuration.set("HeartbeatInterval", str(answer.interval))
        self._uplink.pulse.fire()
        return answer.interval or _WAIT_WITHOUT_INTERVAL_S
