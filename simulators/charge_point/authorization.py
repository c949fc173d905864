"""Whether a tag may charge (§3.5, §4.1): ask, or decide alone, as the configuration says."""

from dataclasses import dataclass

from ocpp.v16 import call
from ocpp.v16.enums import AuthorizationStatus

from simulators.charge_point.configuration import Configuration
from simulators.charge_point.errors import ExchangeFailed
from simulators.charge_point.face import Face
from simulators.charge_point.id_tags import (
    AuthorizationCache,
    LocalList,
    TagInfo,
    read_tag_info,
)
from simulators.charge_point.registration import Registration
from simulators.charge_point.uplink import Uplink


@dataclass(frozen=True, slots=True)
class Decision:
    """The outcome for one tag. `asked`: the central system itself said so."""

    status: AuthorizationStatus
    parent: str | None = None
    asked: bool = False

    @property
    def is_accepted(self) -> bool:
        """Whether the tag may charge."""
        return self.status is AuthorizationStatus.accepted


class Authorization:
    """One charger's knowledge of tags, and its line to whoever knows better."""

    def __init__(
        self,
        uplink: Uplink,
        registration: Registration,
        configuration: Configuration,
        face: Face,
    ) -> None:
        """All parts belong to one charger."""
        self._uplink = uplink
        self._registration = registration
        self._configuration = configuration
        self._face = face
        self.cache = AuthorizationCache()
        self.local_list = LocalList(
            configuration.number("LocalAuthListMaxLength"),
            configuration.number("SendLocalListMaxLength"),
        )

    async def authorize(self, tag: str) -> Decision:
        """Decide on a presented tag."""
        if not self._registration.is_open:
            return self._decide_alone(tag)
        if self._configuration.flag("LocalPreAuthorize"):
            known = self._known(tag)
            if known and known.at(self._face.now()) is AuthorizationStatus.accepted:
                return Decision(AuthorizationStatus.accepted, known.parent)
        try:
            answer = await self._uplink.ask(call.Authorize(id_tag=tag))
        except ExchangeFailed:
            return self._decide_alone(tag)
        info = read_tag_info(answer.id_tag_info)
        self.learn(tag, info)
        return Decision(info.status, info.parent, asked=True)

    def learn(self, tag: str, info: TagInfo) -> None:
        """Keep what an answer said about a tag; the local list has precedence (§3.5.3)."""
        enabled = self._configuration.flag("AuthorizationCacheEnabled")
        if enabled and self.local_list.find(tag) is None:
            self.cache.remember(tag, info)

    def _decide_alone(self, tag: str) -> Decision:
        """Offline (§3.5, §4.1): what is known locally, else whether strangers may charge."""
        known = self._known(tag)
        if known is not None:
            status = known.at(self._face.now())
            accepted = status is AuthorizationStatus.accepted
            if accepted and not self._configuration.flag("LocalAuthorizeOffline"):
                return Decision(AuthorizationStatus.invalid)
            return Decision(status, known.parent)
        if self._configuration.flag("AllowOfflineTxForUnknownId"):
            return Decision(AuthorizationStatus.accepted)
        return Decision(AuthorizationStatus.invalid)

    def _known(self, tag: str) -> TagInfo | None:
        """The list first, then the cache, as far as they are switched on."""
        if self._configuration.flag("LocalAuthListEnabled"):
            listed = self.local_list.find(tag)
            if listed is not None:
                return listed
        if self._configuration.flag("AuthorizationCacheEnabled"):
            return self.cache.find(tag)
        return None
