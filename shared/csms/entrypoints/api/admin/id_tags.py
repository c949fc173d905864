"""Tags for operators: who may charge."""

import dataclasses
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Final
from urllib.parse import quote

from fastapi import APIRouter, Path, Query, Response
from pydantic import AfterValidator, Field, StringConstraints

from csms.domain.errors import Invalid, NotFound
from csms.domain.id_tag import IdTag
from csms.domain.ids import FoldedTag, UserId, fold_tag
from csms.domain.unknown import UnknownKind
from csms.entrypoints.api import paging
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.faults import fault
from csms.entrypoints.api.fields import Body, Instant, Key, Printable, Version
from csms.entrypoints.api.paging import Cursor, Limit, PageView, Prefix
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.trail import Audited, Trail
from csms.entrypoints.api.views.id_tag import OperatorTagView, show, show_to_operator
from csms.services.accounts import names
from csms.store import id_tag as id_tags
from csms.store import inbox
from csms.store import user as users

router = APIRouter(prefix="/api/admin/id-tags", tags=["id tags"])


def _not_only_dots(tag: str) -> str:
    if tag in (".", ".."):
        raise fault("no_name")
    return tag


Token = Annotated[
    str,
    StringConstraints(min_length=1, max_length=20),
    Printable,
    AfterValidator(_not_only_dots),
]
ONE: Final = "/{id_tag:path}"
"""A tag may have slashes, and the gateway hands paths over decoded."""
TagInPath = Annotated[str, Path(min_length=1, max_length=64)]


class TagFields(Body):
    """What an operator says of a tag."""

    user_id: Key | None = Field(None, description="who pays; null for a tag without a payer")
    blocked: Annotated[bool, Field(strict=True)] = False
    expires_at: Instant | None = None
    parent_id_tag: Token | None = Field(None, description="the group; its members may stop")
    concurrent_limit: Annotated[int, Field(ge=1, le=100, strict=True)] = 1


class NewTag(TagFields):
    """A tag to register."""

    id_tag: Token


class TagEdit(TagFields):
    """An edited tag."""

    version: Version


@router.get("")
def list_id_tags(
    limit: Limit = 50,
    cursor: Cursor = None,
    user_id: Annotated[Key | None, Query()] = None,
    prefix: Prefix = "",
) -> PageView[OperatorTagView]:
    """Tags in order, or those of a person."""
    if user_id is not None:
        page = id_tags.list_by_user(UserId(user_id), cursor, limit)
    else:
        page = id_tags.list_all(cursor, limit, prefix)
    people = names.read(tag.user_id for tag in page.items)
    return paging.view(page, lambda tag: show_to_operator(tag, people))


@router.post("", status_code=201, responses=responses(409))
def create_id_tag(body: NewTag, now: Now, trail: Audited, response: Response) -> OperatorTagView:
    """Register a tag. Capitals do not matter: `ABC` and `abc` are one tag."""
    return register(body.id_tag, body, now, trail, response)


@router.get(ONE, responses=responses(404))
def read_id_tag(id_tag: TagInPath, now: Now) -> OperatorTagView:
    """One tag."""
    return _named(_get(id_tag, now))


@router.put(ONE, responses=responses(404, 409))
def replace_id_tag(id_tag: TagInPath, body: TagEdit, now: Now, trail: Audited) -> OperatorTagView:
    """Edit a tag. What runs on it goes on."""
    before = _get(id_tag, now)
    wanted = _tag(before.tag, before.id_tag, body, before.created_at)
    after = dataclasses.replace(wanted, version=body.version + 1)
    entry = trail.entry("id-tag.changed", f"id-tag#{before.tag}", _facts(before), _facts(after))
    id_tags.replace(after, entry)
    return _named(after)


@router.delete(ONE, status_code=204, responses=responses(404, 409))
def delete_id_tag(id_tag: TagInPath, now: Now, trail: Audited) -> None:
    """Delete a tag: it is unknown from now on."""
    tag = _get(id_tag, now)
    entry = trail.entry("id-tag.deleted", f"id-tag#{tag.tag}", _facts(tag), None)
    id_tags.delete(tag.tag, tag.version, entry)


def register(
    id_tag: str, fields: TagFields, now: datetime, trail: Trail, response: Response
) -> OperatorTagView:
    """Register a tag, and say where it is. Raises Invalid, Conflict."""
    tag = add(id_tag, fields, now, trail)
    response.headers["Location"] = f"{router.prefix}/{quote(tag.tag, safe='')}"
    return _named(tag)


def add(id_tag: str, fields: TagFields, now: datetime, trail: Trail) -> IdTag:
    """Register a tag; it leaves the inbox of unknown ones. Raises Invalid, Conflict."""
    tag = new_tag(id_tag, fields, now)
    id_tags.create(tag, now, trail.entry("id-tag.created", f"id-tag#{tag.tag}", None, _facts(tag)))
    inbox.forget(UnknownKind.TAG, tag.tag)
    return tag


def new_tag(id_tag: str, fields: TagFields, now: datetime) -> IdTag:
    """What an operator says of a new tag. Raises Invalid for a payer that is none."""
    return _tag(fold_tag(id_tag), id_tag, fields, now)


def _get(id_tag: str, now: datetime) -> IdTag:
    tag = id_tags.find(fold_tag(id_tag), now)
    # A virtual tag belongs to its charging session, and is changed by nobody.
    if tag is None or tag.session_id is not None:
        raise NotFound("id tag", id_tag)
    return tag


def _tag(tag: FoldedTag, id_tag: str, fields: TagFields, created_at: datetime | None) -> IdTag:
    if fields.user_id is not None and users.find(UserId(fields.user_id)) is None:
        raise Invalid(f"there is no user {fields.user_id!r}", "body.user_id")
    return IdTag(
        tag=tag,
        id_tag=id_tag,
        user_id=None if fields.user_id is None else UserId(fields.user_id),
        blocked=fields.blocked,
        expires_at=fields.expires_at,
        parent_id_tag=fields.parent_id_tag,
        concurrent_limit=fields.concurrent_limit,
        created_at=created_at,
    )


def _named(tag: IdTag) -> OperatorTagView:
    return show_to_operator(tag, names.read([tag.user_id]))


def _facts(tag: IdTag) -> Mapping[str, object]:
    return show(tag).model_dump(mode="json")
