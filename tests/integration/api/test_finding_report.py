"""The report for a charger's vendor."""

from csms.domain.ids import ChargerId
from csms.store import finding
from tests.integration.api.client import Client
from tests.integration.api.world import ADMIN, World
from tests.integration.events import START


def test_it_counts_and_nothing_in_it_is_markup(admin: Client, world: World) -> None:
    charger_id = ChargerId(world.charger_id)
    for _ in range(2):
        finding.count(charger_id, ("unknown-key", "Heartbeat.x"), "a|<b>\n`c`", START)
    finding.count(charger_id, ("too-long", "BootNotification.y"), "z", START)

    answer = admin.get(f"{ADMIN}/chargers/{world.charger_id}/findings/report")

    assert answer.status == 200
    assert answer.headers["content-type"].startswith("text/markdown")
    lines = answer.text.splitlines()
    at = START.isoformat(timespec="seconds")
    assert lines[-2:] == [
        f"| unknown-key | Heartbeat.x | 2 | {at} | {at} | a\\|\\<b> \\`c\\` |",
        f"| too-long | BootNotification.y | 1 | {at} | {at} | z |",
    ]


def test_a_charger_without_findings(admin: Client, world: World) -> None:
    answer = admin.get(f"{ADMIN}/chargers/{world.charger_id}/findings/report")
    assert answer.text.endswith("None.\n")
