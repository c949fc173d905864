"""What Clerk tells about people, signed with Svix. Off unless its secret is configured."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, Field, ValidationError

from csms.domain.errors import Invalid, NotFound
from csms.entrypoints.api.clock import EPOCH, Now, request_id_of
from csms.entrypoints.api.identity import PROVIDER, Provider
from csms.entrypoints.api.problems import Forbidden, responses
from csms.services.accounts import provider_events
from csms.services.accounts.provider_events import Happening, ProviderEvent
from csms.settings import SETTINGS

router = APIRouter(prefix="/webhooks", tags=["webhooks"])

HAPPENINGS: Final = {
    "user.created": Happening.CREATED,
    "user.updated": Happening.UPDATED,
    "user.deleted": Happening.DELETED,
}
SIGNED: Final = ("svix-id", "svix-timestamp", "svix-signature")
LONGEST_ID: Final = 256


@dataclass(frozen=True, slots=True)
class Subscription:
    """What this deployment believes. secret: empty when there are no webhooks."""

    secret: str
    provider: Provider


def subscription() -> Subscription:
    """The subscription of this deployment."""
    return Subscription(SETTINGS.clerk_webhook_secret, PROVIDER)


class Address(BaseModel):
    """An e-mail address of a person."""

    id: str | None = None
    email_address: Annotated[str, Field(max_length=254)]


class Person(BaseModel):
    """A person as Clerk describes them; of somebody who is gone it says the id only."""

    id: Annotated[str, Field(min_length=1, max_length=LONGEST_ID)]
    first_name: Annotated[str | None, Field(max_length=100)] = None
    last_name: Annotated[str | None, Field(max_length=100)] = None
    username: Annotated[str | None, Field(max_length=100)] = None
    primary_email_address_id: str | None = None
    email_addresses: list[Address] = Field(default_factory=list)
    updated_at: Annotated[int | None, Field(ge=0, le=10**14, description="milliseconds")] = None

    @property
    def name(self) -> str | None:
        """What they are called, if they said."""
        full = " ".join(part for part in (self.first_name, self.last_name) if part)
        return full or self.username

    @property
    def email(self) -> str | None:
        """Their first address."""
        by_id = {one.id: one.email_address for one in self.email_addresses}
        return by_id.get(self.primary_email_address_id) or next(iter(by_id.values()), None)


class Message(BaseModel):
    """A webhook of Clerk."""

    type: str
    data: dict[str, Any]


async def raw_body(request: Request) -> bytes:
    """The body as it was signed."""
    return await request.body()


@router.post(
    "/clerk",
    status_code=204,
    responses=responses(403, 404, 409),
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": {"type": "object"}}},
        }
    },
)
def take_clerk_webhook(
    request: Request,
    body: Annotated[bytes, Depends(raw_body)],
    told: Annotated[Subscription, Depends(subscription)],
    now: Now,
) -> None:
    """Take over what changed of a person; events that are not about people are ignored.

    403 for a signature that is wrong or older than five minutes; the same message again changes
    nothing; 404 where webhooks are off.
    """
    if not told.secret:
        raise NotFound("webhook", "clerk")
    headers = {name: request.headers.get(name, "") for name in SIGNED}
    _verify(told.secret, body, headers)
    event = _event(body, headers["svix-id"], told.provider, now)
    if event is not None:
        provider_events.take(event, request_id_of(request.scope), now)


def _verify(secret: str, body: bytes, headers: dict[str, str]) -> None:
    # Imported here: it takes a second, and hardly any instance ever gets a webhook.
    from svix.webhooks import Webhook, WebhookVerificationError  # noqa: PLC0415 - see above

    try:
        Webhook(secret).verify(body, headers)
    except (WebhookVerificationError, ValueError, OverflowError, OSError):
        raise Forbidden("the signature is missing, wrong or too old", "signature") from None


def _event(body: bytes, message_id: str, provider: Provider, now: datetime) -> ProviderEvent | None:
    try:
        message = Message.model_validate_json(body)
        if message.type not in HAPPENINGS:
            return None
        person = Person.model_validate(message.data)
    except ValidationError:
        raise Invalid("this is not an event of Clerk", "body") from None
    changed_at = now
    if person.updated_at is not None:
        changed_at = EPOCH + timedelta(milliseconds=person.updated_at)
    return ProviderEvent(
        message_id=message_id[:LONGEST_ID],
        happening=HAPPENINGS[message.type],
        issuer=provider.issuer,
        subject=person.id,
        changed_at=changed_at,
        name=person.name,
        email=person.email,
        role=provider.role_in(message.data),
    )
