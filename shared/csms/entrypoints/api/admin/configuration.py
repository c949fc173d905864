"""Configuration of one charger: what it reported, what is wanted, and how to bring it there."""

from fastapi import APIRouter

from csms.entrypoints.api.charger_path import ChargerInPath
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.fields import Name
from csms.entrypoints.api.pace import paced_commands
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.trail import Audited
from csms.entrypoints.api.views import configuration as view
from csms.entrypoints.api.views.configuration import ConfigurationView, KeyOutcomeView
from csms.services.chargers import wishes
from csms.store import charger as chargers
from csms.store import connection as connections

router = APIRouter(prefix="/api/admin/chargers/{charger_id}/configuration", tags=["configuration"])


@router.get("", responses=responses(404))
def read_configuration(charger_id: ChargerInPath) -> list[ConfigurationView]:
    """The configuration as last reported; GetConfiguration without keys reads all of it again."""
    page = chargers.page(charger_id)
    connection = connections.find(charger_id)
    booted_at = None if connection is None else connection.booted_at
    entries = sorted(page.configuration, key=lambda one: one.key.casefold())
    return [view.show_entry(one, booted_at) for one in entries]


@router.post(
    "/re-apply",
    status_code=202,
    responses=responses(404, 429),
    dependencies=[paced_commands],
)
def reapply_configuration(
    charger_id: ChargerInPath, now: Now, trail: Audited
) -> list[KeyOutcomeView]:
    """Ask a charger again for every value that is wanted of it and that it does not have."""
    settings = wishes.drifted(charger_id)
    facts = {one.key: one.value for one in settings}
    trail.note("configuration.re-applied", f"charger#{charger_id}", None, facts)
    outcomes = wishes.want(charger_id, settings, trail.actor.user_id, now)
    return [view.show_outcome(one) for one in outcomes]


@router.delete("/{key}", status_code=204, responses=responses(404))
def forget_wanted_value(charger_id: ChargerInPath, key: Name, trail: Audited) -> None:
    """Want nothing of a key any more; the charger keeps what it has."""
    before = wishes.forget(charger_id, key)
    facts = {"key": before.key, "desired": before.desired}
    trail.note("configuration.wish-withdrawn", f"charger#{charger_id}", facts, None)
