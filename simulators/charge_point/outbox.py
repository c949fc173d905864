"""Transaction messages in the order they happened, delivered once the line allows (§3.7)."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from simulators.charge_point.clock import Clock
from simulators.charge_point.configuration import Configuration
from simulators.charge_point.errors import AnswerIsError, LinkLost, NoAnswer
from simulators.charge_point.profile import Profile
from simulators.charge_point.registration import Registration
from simulators.charge_point.uplink import Uplink


@dataclass(slots=True)
class Message:
    """One StartTransaction, MeterValues or StopTransaction.

    build: makes the request when it is sent, because its transactionId is learned on the way.
    on_answer, on_discard: how it ended.
    """

    build: Callable[[], object]
    on_answer: Callable[[Any], None] = lambda _answer: None
    on_discard: Callable[[], None] = lambda: None
    unique_id: str = field(default_factory=lambda: str(uuid4()))
    failures: int = 0
    silences: int = 0


class Outbox:
    """A queue that survives everything; only its head is ever under way."""

    def __init__(
        self,
        uplink: Uplink,
        registration: Registration,
        configuration: Configuration,
        clock: Clock,
        profile: Profile,
    ) -> None:
        """All parts belong to one charger."""
        self._uplink = uplink
        self._registration = registration
        self._configuration = configuration
        self._clock = clock
        self._profile = profile
        self._messages: deque[Message] = deque()
        self.discarded = 0

    def __len__(self) -> int:
        """How many messages wait, the one under way included."""
        return len(self._messages)

    def add(self, message: Message) -> None:
        """Queue behind everything that happened before."""
        self._messages.append(message)
        self._uplink.pulse.fire()

    async def deliver(self) -> None:
        """Send one after the other while the charger has power."""
        while True:
            await self._uplink.pulse.until(
                lambda: bool(self._messages) and self._registration.is_open
            )
            await self._deliver_head(self._messages[0])

    async def _deliver_head(self, message: Message) -> None:
        if (message.failures or message.silences) and not self._profile.keeps_message_id_on_repeat:
            message.unique_id = str(uuid4())
        link = self._uplink.link
        try:
            answer = await self._uplink.ask(message.build(), message.unique_id)
        except LinkLost:
            await self._uplink.pulse.until(lambda: self._uplink.link is not link)
        except NoAnswer:
            message.silences += 1
            await self._after_failure(message, final=self._is_silent_for_good(message))
        except AnswerIsError:
            message.failures += 1
            await self._after_failure(message, final=message.failures >= self._attempts())
        else:
            self._messages.popleft()
            message.on_answer(answer)
            self._uplink.pulse.fire()

    async def _after_failure(self, message: Message, *, final: bool) -> None:
        """§3.7.1: wait interval × transmissions and repeat, or skip the message for good."""
        if final:
            self._messages.popleft()
            self.discarded += 1
            message.on_discard()
            self._uplink.pulse.fire()
            return
        interval_s = self._configuration.number("TransactionMessageRetryInterval")
        await self._clock.sleep(interval_s * (message.failures + message.silences))

    def _is_silent_for_good(self, message: Message) -> bool:
        """Silence is no `failure to process` (J errata 3.3); some firmware treats it as one."""
        return self._profile.gives_up_on_silence and message.silences >= self._attempts()

    def _attempts(self) -> int:
        return max(1, self._configuration.number("TransactionMessageAttempts"))
