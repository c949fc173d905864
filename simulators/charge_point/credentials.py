"""HTTP Basic credentials of a charger (J 6.2)."""

import base64
from dataclasses import dataclass
from enum import StrEnum


class PasswordForm(StrEnum):
    """How the password goes over the wire: chargers differ."""

    TEXT = "text"  # the characters as they are
    HEX = "hex"  # the password is hex; the bytes it stands for are sent


@dataclass(frozen=True, slots=True)
class Credentials:
    """User is the charger's identity; without a password no header is sent at all."""

    user: str
    password: str | None = None
    form: PasswordForm = PasswordForm.TEXT

    def headers(self) -> dict[str, str]:
        """The Authorization header, or nothing."""
        if self.password is None:
            return {}
        secret = self._secret(self.password)
        token = base64.b64encode(self.user.encode() + b":" + secret).decode("ascii")
        return {"Authorization": f"Basic {token}"}

    def with_password(self, password: str) -> "Credentials":
        """The same identity with a new key, in the form the key is written in.

        A key of 40 hex digits stands for 20 bytes (J 6.2); anything else is text.
        """
        form = PasswordForm.HEX if _is_hex_key(password) else PasswordForm.TEXT
        return Credentials(self.user, password, form)

    def _secret(self, password: str) -> bytes:
        return bytes.fromhex(password) if self.form is PasswordForm.HEX else password.encode()


def _is_hex_key(text: str) -> bool:
    return len(text) in {32, 40} and all(c in "0123456789abcdefABCDEF" for c in text)
