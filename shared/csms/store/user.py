"""People who sign in."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from pynamodb.attributes import BooleanAttribute, UnicodeAttribute
from pynamodb.expressions.update import Action
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from csms.domain.audit import AuditEntry
from csms.domain.errors import ChangedMeanwhile, NotFound
from csms.domain.ids import UserId
from csms.domain.user import Role, User
from csms.store import audit, cursor
from csms.store.base import (
    ConditionFailed,
    InstantAttribute,
    IntAttribute,
    Table,
    deployed_name,
)
from csms.store.cursor import Page
from csms.store.indexes import ByName
from csms.store.names import beginning, name_key
from csms.store.prefetch import Wanted

ALL: Final = "all"
NAME_SCOPE: Final = "user/name"
EMAIL_SCOPE: Final = "user/email"


class ByEmail(GlobalSecondaryIndex["UserRow"]):
    """People by e-mail address, which several may share."""

    class Meta:
        """The index as template.yaml defines it."""

        index_name = "by_email"
        projection = KeysOnlyProjection()

    email_key = UnicodeAttribute(hash_key=True)
    user_id = UnicodeAttribute(range_key=True)


class UserRow(Table):
    """A row of the table `user`."""

    class Meta:
        """The table as template.yaml defines it."""

        table_name = deployed_name("user")

    user_id = UnicodeAttribute(hash_key=True)
    issuer = UnicodeAttribute()
    subject = UnicodeAttribute()
    name = UnicodeAttribute()
    email = UnicodeAttribute(null=True)
    role = UnicodeAttribute()
    active = BooleanAttribute()
    created_at = InstantAttribute()
    version = IntAttribute()
    told_at = InstantAttribute(null=True)
    deleted_at = InstantAttribute(null=True)
    list_shard = UnicodeAttribute(default=ALL)
    name_key = UnicodeAttribute()
    email_key = UnicodeAttribute(null=True)
    by_name = ByName()
    by_email = ByEmail()


def find(user_id: UserId) -> User | None:
    """The person, None when there is none."""
    row = UserRow.find(user_id)
    return None if row is None else _user(row)


def wanted(user_id: UserId) -> Wanted:
    """The row of a person, to be read ahead."""
    return UserRow.wanted(user_id)


def find_many(user_ids: Sequence[UserId]) -> Sequence[User]:
    """Up to 100 people, in that order; unknown ones are left out."""
    return [_user(row) for row in UserRow.read_many([(user_id,) for user_id in user_ids])]


def get(user_id: UserId) -> User:
    """The person. Raises NotFound."""
    user = find(user_id)
    if user is None:
        raise NotFound("user", user_id)
    return user


def create(user: User) -> User:
    """Store a person unless they are there already; returns whoever is stored."""
    try:
        to_row(user).save(UserRow.user_id.does_not_exist())
    except ConditionFailed as lost:
        if lost.item is None:
            raise
        return _user(UserRow.from_raw_data(dict(lost.item)))
    return user


def follow_token(user: User) -> User:
    """Store what a token says of a person now: name, e-mail, role; `active` stays."""
    actions: list[Action] = [
        UserRow.name.set(user.name),
        UserRow.name_key.set(name_key(user.name, user.user_id)),
        UserRow.role.set(user.role),
    ]
    if user.email is not None:
        actions += [
            UserRow.email.set(user.email),
            UserRow.email_key.set(user.email.casefold()),
        ]
    row = UserRow(user.user_id)
    try:
        row.update(actions, UserRow.active == True)  # noqa: E712 - an expression
    except ConditionFailed:
        return get(user.user_id)
    return _user(row)


def set_active(
    user: User,
    active: bool,  # noqa: FBT001 - a stored fact
    entry: AuditEntry,
) -> User:
    """Note whether a person may use the system, and who said so, in one transaction.

    Raises Conflict when the stored version is not that of `user`, Busy.
    """
    after = replace(user, active=active, version=user.version + 1)
    actions: list[Action] = [UserRow.active.set(active), UserRow.version.set(after.version)]
    try:
        audit.update(UserRow(user.user_id), actions, UserRow.version == user.version, entry)
    except ConditionFailed as lost:
        raise ChangedMeanwhile("the user") from lost
    return after


def list_by_name(after: str | None, limit: int, prefix: str = "") -> Page[User]:
    """People in the order of their names; `prefix`: only names that begin so.

    Raises Invalid for a cursor that is not ours.
    """
    scope = f"{NAME_SCOPE}/{prefix}"
    found = UserRow.by_name.query(
        ALL,
        ByName.name_key.startswith(beginning(prefix)) if prefix else None,
        limit=limit,
        last_evaluated_key=cursor.decode(after, scope),
    )
    users = find_many([UserId(row.user_id) for row in found])
    return Page(users, cursor.encode(found.last_evaluated_key, scope))


def list_by_email(email: str, after: str | None, limit: int) -> Page[User]:
    """People with this e-mail address. Raises Invalid for a cursor that is not ours."""
    scope = f"{EMAIL_SCOPE}/{email.casefold()}"
    found = UserRow.by_email.query(
        email.casefold(), limit=limit, last_evaluated_key=cursor.decode(after, scope)
    )
    users = find_many([UserId(row.user_id) for row in found])
    return Page(users, cursor.encode(found.last_evaluated_key, scope))


def to_row(user: User) -> UserRow:
    """The row of a person."""
    return UserRow(user.user_id, created_at=user.created_at, **_attributes(user))


def _attributes(user: User) -> dict[str, Any]:
    return {
        "issuer": user.issuer,
        "subject": user.subject,
        "name": user.name,
        "email": user.email,
        "role": str(user.role),
        "active": user.active,
        "version": user.version,
        "told_at": user.told_at,
        "deleted_at": user.deleted_at,
        "name_key": name_key(user.name, user.user_id),
        "email_key": None if user.email is None else user.email.casefold(),
    }


def _user(row: UserRow) -> User:
    return User(
        user_id=UserId(row.user_id),
        issuer=row.issuer,
        subject=row.subject,
        name=row.name,
        email=row.email,
        role=Role(row.role),
        active=row.active,
        created_at=row.created_at,
        version=row.version,
        told_at=row.told_at,
        deleted_at=row.deleted_at,
    )
