"""All scenarios by name."""

from collections.abc import Mapping

from simulators.charge_point.scenario import Scenario
from simulators.charge_point.scenarios.faults import FAULTS
from simulators.charge_point.scenarios.sessions import SESSIONS
from simulators.charge_point.scenarios.zoo import ZOO

SCENARIOS: Mapping[str, Scenario] = {
    scenario.name: scenario for scenario in (*SESSIONS, *FAULTS, ZOO)
}
