"""What people are called, beside the ids that rows keep of them.

Read for a whole page in one batch, however many of its rows mention the same person.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from csms.domain.ids import UserId
from csms.store import user as users


@dataclass(frozen=True, slots=True)
class PeopleNames:
    """Names by id. Rules that act, as `billing`, are nobody and have none."""

    people: Mapping[str, str]

    def of(self, user_id: str | None) -> str | None:
        """The name of a person; None for nobody, and for an id that nobody has."""
        return None if user_id is None else self.people.get(user_id)


def read(user_ids: Iterable[str | None]) -> PeopleNames:
    """The names of up to 200 people; None among the ids is nobody."""
    known = users.find_many([UserId(one) for one in user_ids if one is not None])
    return PeopleNames({one.user_id: one.name for one in known})
