"""Charger identities in paths: any spelling of an identity means the same charger.

The gateway hands over decoded paths, so that `RDAM%20123` arrives as `RDAM 123`.
"""

from typing import Annotated, Final

from fastapi import Depends, Path

from csms.domain.errors import NotFound
from csms.domain.ids import ChargerId
from csms.ocpp16.identity import canonical as canonical_form

LONGEST_SPELLING: Final = 200


def canonical(identity: str) -> ChargerId:
    """The id of an identity as somebody wrote it. Raises NotFound for what cannot be one."""
    charger_id = canonical_form(identity)
    if charger_id is None:
        raise NotFound("charger", identity[:LONGEST_SPELLING])
    return charger_id


def charger_in_path(
    charger_id: Annotated[str, Path(max_length=LONGEST_SPELLING, description="the identity")],
) -> ChargerId:
    """The charger that a path names."""
    return canonical(charger_id)


ChargerInPath = Annotated[ChargerId, Depends(charger_in_path)]
