"""Who dials in: identity in the path, subprotocol in the offer, password in the header."""

import base64
import binascii
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote_to_bytes

from csms.domain.ids import ChargerId

IDENTITY_LIMIT = 48
SUBPROTOCOL = "ocpp1.6"
# Longer than a header may be at the gateway.
HEADER_LIMIT = 10_000


@dataclass(frozen=True, slots=True)
class Identity:
    """A charger's identity.

    charger_id: the canonical form, under which it is stored and found. as_sent: percent-decoded
    and otherwise as the charger wrote it.
    """

    charger_id: ChargerId
    as_sent: str


def canonical(identity: str) -> ChargerId | None:
    """The canonical form of an identity, or None when it cannot be one.

    1 to 48 printable characters without `/`; J 3.1.1's own example is `RDAM 123`. Compared without
    case and in NFC, so that a charger's and an operator's spelling meet. Not `.` or `..`, which
    clients take out of paths (RFC 3986 §5.2.4).
    """
    composed = unicodedata.normalize("NFC", identity)
    if not 1 <= len(composed) <= IDENTITY_LIMIT or "/" in composed:
        return None
    if not composed.isprintable() or composed.isspace() or composed in (".", ".."):
        return None
    # Folding can decompose, and composing can change what folds: this is the stable end of both.
    folded = unicodedata.normalize("NFC", composed.casefold())
    folded = unicodedata.normalize("NFC", folded.casefold())
    return ChargerId(folded) if len(folded) <= IDENTITY_LIMIT else None


def read_identity(raw_path: str) -> Identity | None:
    """The identity in a dialled path: its last segment, percent-decoded once.

    raw_path: as on the request line, with or without a query. None when there is none in it.
    """
    path = raw_path.partition("?")[0].partition("#")[0]
    segment = path.rstrip("/").rpartition("/")[2]
    try:
        decoded = unquote_to_bytes(segment).decode()
    except UnicodeError:
        return None
    charger_id = canonical(decoded)
    return None if charger_id is None else Identity(charger_id, decoded)


class Offer(StrEnum):
    """What a handshake's list of subprotocols comes to."""

    AGREED = "agreed"
    ABSENT = "absent"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Negotiation:
    """The outcome, and for AGREED the client's own spelling, which is what goes back."""

    offer: Offer
    token: str | None = None


def negotiate(offered: str | None) -> Negotiation:
    """Choose a subprotocol from a `Sec-WebSocket-Protocol` header.

    ABSENT: the charger's setting decides, and no header is returned. REFUSED: the handshake is
    completed without the header and the connection then closed (J 3.2).
    """
    tokens = [token.strip() for token in (offered or "").split(",") if token.strip()]
    if not tokens:
        return Negotiation(Offer.ABSENT)
    for token in tokens:
        if token.lower() == SUBPROTOCOL:
            return Negotiation(Offer.AGREED, token)
    return Negotiation(Offer.REFUSED)


def read_password(header: str | bytes | None, identity: Identity) -> bytes | None:
    """The password in a Basic `Authorization` header, or None when there is none for this charger.

    The user is the charger's identity, which may itself hold colons: the known identity and a
    colon are taken off, and the rest is the password, text or bytes (S: A00.FR.204 and 205).
    """
    if header is None or len(header) > HEADER_LIMIT:
        return None
    text = header.decode("latin-1") if isinstance(header, bytes) else header
    scheme, _, encoded = text.strip().partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        pair = base64.b64decode(encoded.strip(), validate=True)
    except (binascii.Error, ValueError):
        return None
    return _without_user(pair, identity)


def _without_user(pair: bytes, identity: Identity) -> bytes | None:
    start = 0
    # A user of 48 characters holds at most 47 colons.
    for _ in range(IDENTITY_LIMIT):
        colon = pair.find(b":", start)
        if colon < 0:
            return None
        if _is_same(pair[:colon], identity):
            return pair[colon + 1 :]
        start = colon + 1
    return None


def _is_same(user: bytes, identity: Identity) -> bool:
    for encoding in ("utf-8", "latin-1"):
        try:
            if canonical(user.decode(encoding)) == identity.charger_id:
                return True
        except UnicodeDecodeError:
            continue
    return False
