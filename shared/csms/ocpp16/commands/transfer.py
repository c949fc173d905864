"""What all commands that name an address have in common."""

from typing import Final
from urllib.parse import urlsplit

from csms.domain.charger_limits import ChargerLimits
from csms.domain.errors import Invalid, Refused

SCHEMES: Final = frozenset({"http", "https", "ftp", "ftps", "sftp"})
PROTOCOLS_KEY: Final = "SupportedFileTransferProtocols"


def require_reachable(location: str, limits: ChargerLimits, field: str) -> None:
    """Refuse an address that a charger cannot use: no URL, or of a protocol that it does not speak.

    Raises Invalid, and Refused for a charger that told which protocols it speaks (S, table 9).
    """
    if _scheme(location) not in SCHEMES:
        raise Invalid("must be a URL of http, https, ftp, ftps or sftp", field)
    spoken = limits.words(PROTOCOLS_KEY)
    if spoken and not is_reachable(location, limits):
        words, example = ", ".join(sorted(spoken)), min(spoken)
        message = (
            f"This charger transfers files by {words} only: give an address of your own, as "
            f"{example}://…, as {field.removeprefix('payload.')}."
        )
        raise Refused(message, "transfer-not-offered")


def is_reachable(location: str, limits: ChargerLimits) -> bool:
    """Whether a charger speaks the protocol of an address; one that never told speaks all."""
    spoken = limits.words(PROTOCOLS_KEY)
    return not spoken or _scheme(location) in spoken


def _scheme(location: str) -> str:
    return urlsplit(location).scheme.casefold()


def require_patience(retries: int | None, retry_interval_s: int | None) -> None:
    """Refuse negative retries or pauses. Raises Invalid."""
    if retries is not None and retries < 0:
        raise Invalid("must not be negative", "payload.retries")
    if retry_interval_s is not None and retry_interval_s < 0:
        raise Invalid("must not be negative", "payload.retryInterval")
