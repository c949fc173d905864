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
    scheme = urlsplit(location).scheme.casefold()
    if scheme not in SCHEMES:
        raise Invalid("must be a URL of http, https, ftp, ftps or sftp", field)
    spoken = limits.words(PROTOCOLS_KEY)
    if spoken and scheme not in spoken:
        words = ", ".join(sorted(spoken))
        raise Refused(f"This charger transfers files by {words} only.", "transfer-not-offered")


def require_patience(retries: int | None, retry_interval_s: int | None) -> None:
    """Refuse negative retries or pauses. Raises Invalid."""
    if retries is not None and retries < 0:
        raise Invalid("must not be negative", "payload.retries")
    if retry_interval_s is not None and retry_interval_s < 0:
        raise Invalid("must not be negative", "payload.retryInterval")
