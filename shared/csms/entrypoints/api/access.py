"""Who may: routes ask for a signed-in person or for an operator."""

from typing import Annotated, Final

from fastapi import Depends
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from csms.domain.errors import NotFound
from csms.domain.ids import UserId
from csms.domain.user import Role, User
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.fields import Key
from csms.entrypoints.api.identity import VERIFIER, Verifier
from csms.entrypoints.api.problems import Forbidden, Unauthenticated
from csms.services.accounts.users import user_for
from csms.store import user as users

ME: Final = "me"

_bearer: Final = HTTPBearer(
    auto_error=False,
    bearerFormat="JWT",
    scheme_name="token",
    description="A token of the identity provider.",
)


def verifier() -> Verifier:
    """What checks tokens in this deployment."""
    return VERIFIER


def signed_in(
    now: Now,
    sent: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
    tokens: Annotated[Verifier, Depends(verifier)],
) -> User:
    """The person behind the request's token; they appear with their first request.

    Raises Unauthenticated without a valid token, Forbidden when they were deactivated.
    """
    if sent is None:
        raise Unauthenticated("sign in: this needs a bearer token")
    user = user_for(tokens.verify(sent.credentials), now)
    if not user.active:
        raise Forbidden("this account was deactivated", "deactivated")
    return user


SignedIn = Annotated[User, Depends(signed_in)]


def operator(user: SignedIn) -> User:
    """A signed-in person with the role ADMIN. Raises Forbidden for others."""
    if user.role is not Role.ADMIN:
        raise Forbidden("this is for operators", "role")
    return user


Operator = Annotated[User, Depends(operator)]


def person_in_path(user_id: Key, user: SignedIn) -> UserId:
    """Whose things a path means: `me`, one's own id, or anyone's for an operator.

    Raises NotFound for nobody's id, and for the id of somebody else, so that nobody learns which
    ids exist.
    """
    if user_id in (ME, user.user_id):
        return user.user_id
    if user.role is not Role.ADMIN:
        raise NotFound("user", user_id)
    return users.get(UserId(user_id)).user_id


PersonInPath = Annotated[UserId, Depends(person_in_path)]
