"""What can be set from outside, read once: the only reader of the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Final, get_type_hints


@dataclass(frozen=True, slots=True)
class Settings:
    """One field per environment variable, whose name is the field's in capitals.

    Every function gets the same set, so that one template entry serves all.

    table_prefix: tables are named `<prefix>-<table>`.
    gateway_endpoint: where frames are posted to connections, stage included.
    origin_secret: what the distribution in front adds to a handshake; empty: nothing in front.
    signing_secret: key of what we hand out and get back unchanged, such as cursors of lists.
    files_bucket: where files are kept. files_url: the address of the file door, without `/f`.
    files_secret: key of the door's URLs, which its server checks; empty: there are none.
    ca_key, ca_certificate: of the authority that signs certificates of chargers, as the Base64 of
    their DER; known to the function that signs alone. Empty: none are issued.
    direct_door: whether a handshake without the origin secret may name its charger by `?cp=`.
    charger_url: the address that chargers dial, without the identity, as shown to operators.
    currency: ISO code; the one currency of this operator.
    message_log: default level, `all`, `faults` or `off`; message_log_days: how long rows live.
    heartbeat_interval_s: told to chargers; at most 300, or the gateway closes idle connections.
    reconcile_boot_s, reconcile_status_s: from a trigger to closing a transaction that has no Stop.
    no_contact_s: silence after which a running transaction is held for review.
    start_timeout_s: how long a requested start may take when the charger's own limit is unknown.
    credit_limit_minor: how far a wallet may go below zero.
    stop_when_funds_end: whether a charger is asked to stop when the payer's money is used up.
    oidc_*: the identity provider; audience_claim is `aud`, `azp` or `client_id`,
    role_claim a dotted path to a string or a list, admin_role the value that means ADMIN.
    stripe_secret_key, stripe_webhook_secret: of the account that takes cards; empty: no cards.
    stripe_api_url: where Stripe's API is, as a stand-in's address; empty: Stripe's own.
    payment_return_url: where a driver lands after paying: the wallet of the web app, `…/wallet`.
    clerk_webhook_secret: what Clerk's webhooks are signed with; empty: there are none.
    """

    table_prefix: str = "csms"
    gateway_endpoint: str = ""
    origin_secret: str = ""
    signing_secret: str = ""
    files_bucket: str = ""
    files_url: str = ""
    files_secret: str = ""
    ca_key: str = ""
    ca_certificate: str = ""
    direct_door: bool = False
    charger_url: str = ""
    operator_name: str = "CSMS"
    currency: str = "EUR"
    message_log: str = "all"
    message_log_days: int = 30
    heartbeat_interval_s: int = 300
    reconcile_boot_s: int = 86_400
    reconcile_status_s: int = 900
    no_contact_s: int = 604_800
    start_timeout_s: int = 120
    credit_limit_minor: int = 0
    stop_when_funds_end: bool = True
    oidc_issuer: str = ""
    oidc_jwks_url: str = ""
    oidc_audience: str = ""
    oidc_audience_claim: str = "aud"
    oidc_role_claim: str = "role"
    oidc_admin_role: str = "ADMIN"
    clerk_webhook_secret: str = ""
    stripe_secret_key: str = ""
    stripe_webhook_secret: str = ""
    stripe_api_url: str = ""
    payment_return_url: str = ""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """Read the variables that are set; the rest keep their defaults.

        Raises ValueError that names the variable when one does not parse.
        """
        types = get_type_hints(cls)
        values: dict[str, Any] = {
            field.name: _parse(
                field.name.upper(), environment[field.name.upper()], types[field.name]
            )
            for field in fields(cls)
            if field.name.upper() in environment
        }
        return cls(**values)


def _parse(name: str, text: str, wanted: type) -> object:
    if wanted is bool:
        if text.lower() not in ("on", "off", "true", "false"):
            raise ValueError(f"{name} must be on or off, not {text!r}")
        return text.lower() in ("on", "true")
    if wanted is int:
        try:
            return int(text)
        except ValueError:
            raise ValueError(f"{name} must be a whole number, not {text!r}") from None
    return text


SETTINGS: Final = Settings.from_environment(os.environ)


def endpoint_url(service: str, region: str) -> str:
    """Where a service of AWS is called: `AWS_ENDPOINT_URL_<SERVICE>`, `AWS_ENDPOINT_URL`, or AWS.

    service: as `dynamodb`. The variables are those of AWS's own tools; they are read at each call.
    """
    given = os.environ.get(f"AWS_ENDPOINT_URL_{service.upper()}")
    given = given or os.environ.get("AWS_ENDPOINT_URL")
    if given:
        return given
    suffix = "amazonaws.com.cn" if region.startswith("cn-") else "amazonaws.com"
    return f"https://{service}.{region}.{suffix}"
