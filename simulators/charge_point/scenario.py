"""A scenario: a story about one charger, told in steps."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulators.charge_point.profile import Profile
from simulators.charge_point.steps import Step, Wait


@dataclass(frozen=True, slots=True)
class Scenario:
    """name: as typed on the command line. shows: what it is good for, in a sentence."""

    name: str
    shows: str
    steps: tuple[Step, ...]
    profile: Profile = field(default_factory=Profile)
    settings: Mapping[str, str] = field(default_factory=dict)

    def span_s(self) -> int:
        """About how much charger time it takes: so its clock can start early and end now."""
        return sum(step.seconds for step in self.steps if isinstance(step, Wait))
