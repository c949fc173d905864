"""Quirk profiles: how chargers of some vendors, models and firmwares speak, as data.

`quirks.json` beside this file is the one source. `common` holds for every charger; a profile adds
to it for the chargers that it names. A profile is chosen when a charger boots and kept on its rows,
so that a frame needs no further read. Whoever edits the file raises its `version`.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any, Final

from csms.domain.charger import ChargerModel
from csms.ocpp16.violation import Deviation

FILE: Final = Path(__file__).with_name("quirks.json")
COMMON_ID: Final = "common"
PROFILE_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
REQUIRED: Final = ("id", "vendor", "model", "firmware", "note", "source")
OPTIONAL: Final = ("aliases", "units", "tolerated", "safe_keys")
COMMON_MEMBERS: Final = (
    "aliases",
    "vague_words",
    "foreign_actions",
    "foreign_members",
    "safe_keys",
)


class QuirksInvalid(ValueError):
    """The file is not what this module reads; the message names the place and what is wrong."""


@dataclass(frozen=True, slots=True, eq=False)
class QuirkProfile:
    """What is special about some chargers.

    vendor, model, firmware: patterns with `*` and `?`, compared without case. aliases: by field,
    what they write (as `quirks.fold` leaves it) and mean. units: by measurand, the unit that they
    name (`""` for none) and mean. tolerated: findings that are known and counted no more, as
    `code:path`. safe_keys: what a rule of ours may change of them without being asked.
    """

    profile_id: str
    vendor: str
    model: str
    firmware: str
    note: str
    source: str
    aliases: Mapping[str, Mapping[str, str]]
    units: Mapping[str, Mapping[str, str]]
    tolerated: frozenset[str]
    safe_keys: tuple[str, ...]

    def tolerates(self, deviation: Deviation) -> bool:
        """Whether the deviation is known of these chargers, and worth no finding."""
        return f"{deviation.code}:{deviation.path}" in self.tolerated


@dataclass(frozen=True, slots=True, eq=False)
class Quirks:
    """The whole file. profiles: by id, in order: the first that fits a charger is its own."""

    version: int
    common: QuirkProfile
    vague_words: Mapping[str, str]
    foreign_actions: frozenset[str]
    foreign_members: Mapping[str, frozenset[str]]
    profiles: Mapping[str, QuirkProfile]


@cache
def quirks() -> Quirks:
    """The file, read once. Raises QuirksInvalid."""
    return read(FILE.read_text(encoding="utf-8"))


def profile(profile_id: str | None) -> QuirkProfile:
    """A profile by its id; the common one for none, and for one that is gone since."""
    found = None if profile_id is None else quirks().profiles.get(profile_id)
    return found or quirks().common


def match(about: ChargerModel) -> QuirkProfile | None:
    """The profile of a charger that describes itself so; None when none fits."""
    told = [(word or "").strip().casefold() for word in _described(about)]
    for one in quirks().profiles.values():
        patterns = (one.vendor, one.model, one.firmware)
        if all(map(fnmatchcase, told, patterns)):
            return one
    return None


def _described(about: ChargerModel) -> tuple[str | None, str | None, str | None]:
    return about.vendor, about.model, about.firmware_version


def read(text: str) -> Quirks:
    """Read the file's text. Raises QuirksInvalid with the place of the first thing wrong."""
    try:
        whole = _object(json.loads(text), "quirks", ("version", "common", "profiles"))
    except json.JSONDecodeError as error:
        raise QuirksInvalid(f"quirks: not JSON: {error}") from None
    version = whole["version"]
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise QuirksInvalid("version: must be a whole number from 1")
    common = _object(whole["common"], COMMON_ID, COMMON_MEMBERS)
    base = _common(common)
    profiles: dict[str, QuirkProfile] = {}
    for number, value in enumerate(_list(whole["profiles"], "profiles")):
        one = _profile(value, f"profiles[{number}]", base)
        if one.profile_id in profiles:
            raise QuirksInvalid(f"profiles[{number}].id: {one.profile_id!r} is there twice")
        profiles[one.profile_id] = one
    members = _object(common["foreign_members"], "common.foreign_members")
    return Quirks(
        version=version,
        common=base,
        vague_words=_words(common["vague_words"], "common.vague_words"),
        foreign_actions=frozenset(_texts(common["foreign_actions"], "common.foreign_actions")),
        foreign_members={
            action: frozenset(_texts(names, f"common.foreign_members.{action}"))
            for action, names in members.items()
        },
        profiles=profiles,
    )


def _common(members: Mapping[str, Any]) -> QuirkProfile:
    return QuirkProfile(
        profile_id=COMMON_ID,
        vendor="*",
        model="*",
        firmware="*",
        note="",
        source="",
        aliases=_tables(members["aliases"], "common.aliases"),
        units={},
        tolerated=frozenset(),
        safe_keys=tuple(_texts(members["safe_keys"], "common.safe_keys")),
    )


def _profile(value: object, where: str, common: QuirkProfile) -> QuirkProfile:
    members = _object(value, where, REQUIRED, OPTIONAL)
    texts = {name: _text(members[name], f"{where}.{name}") for name in REQUIRED}
    if PROFILE_ID.fullmatch(texts["id"]) is None or texts["id"] == COMMON_ID:
        raise QuirksInvalid(f"{where}.id: must be words of a-z and 0-9 joined by -, not `common`")
    own = _tables(members.get("aliases", {}), f"{where}.aliases")
    fields = {*common.aliases, *own}
    safe_keys = members.get("safe_keys")
    return QuirkProfile(
        profile_id=texts["id"],
        vendor=texts["vendor"].casefold(),
        model=texts["model"].casefold(),
        firmware=texts["firmware"].casefold(),
        note=texts["note"],
        source=texts["source"],
        aliases={f: {**common.aliases.get(f, {}), **own.get(f, {})} for f in fields},
        units=_tables(members.get("units", {}), f"{where}.units"),
        tolerated=frozenset(_texts(members.get("tolerated", []), f"{where}.tolerated")),
        safe_keys=common.safe_keys
        if safe_keys is None
        else tuple(_texts(safe_keys, f"{where}.safe_keys")),
    )


def _object(
    value: object,
    where: str,
    required: Sequence[str] | None = None,
    optional: Sequence[str] = (),
) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise QuirksInvalid(f"{where}: must be an object")
    if required is not None:
        for name in required:
            if name not in value:
                raise QuirksInvalid(f"{where}.{name}: is missing")
        for name in value:
            if name not in (*required, *optional):
                known = ", ".join((*required, *optional))
                raise QuirksInvalid(f"{where}.{name}: is not known; there are {known}")
    return value


def _list(value: object, where: str) -> Sequence[object]:
    if not isinstance(value, list):
        raise QuirksInvalid(f"{where}: must be a list")
    return value


def _text(value: object, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise QuirksInvalid(f"{where}: must be text")
    return value


def _texts(value: object, where: str) -> Sequence[str]:
    return [_text(one, f"{where}[{number}]") for number, one in enumerate(_list(value, where))]


def _words(value: object, where: str) -> Mapping[str, str]:
    words = _object(value, where).items()
    return {word: _text(meant, f"{where}.{word}") for word, meant in words}


def _tables(value: object, where: str) -> Mapping[str, Mapping[str, str]]:
    fields = _object(value, where).items()
    return {field: _words(words, f"{where}.{field}") for field, words in fields}
