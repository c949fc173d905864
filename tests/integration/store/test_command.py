"""Commands: one end each, and a queue in order."""

from datetime import timedelta

from csms.domain.command import Command, CommandState
from csms.domain.ids import ChargerId, CommandId
from csms.store import command as commands
from csms.store.base import DUE_SHARDS
from csms.store.command import Ending
from tests.engine import Engine
from tests.integration.events import START
from tests.integration.store.race import race

CHARGER = ChargerId("cp-1")
MINUTE = timedelta(minutes=1)


def command(name: str = "c1", state: CommandState = CommandState.QUEUED) -> Command:
    return Command(
        charger_id=CHARGER,
        command_id=CommandId(name),
        action="Reset",
        payload={"type": "Soft"},
        state=state,
        requested_by="user-1",
        requested_at=START,
        expires_at=START + MINUTE,
        due_at=START + MINUTE,
    )


def due_at(moment_minutes: int) -> list[CommandId]:
    now = START + moment_minutes * MINUTE
    found = [commands.list_due(shard, now, 10) for shard in range(DUE_SHARDS)]
    return [command_id for shard in found for _, command_id in shard]


def waiting(limit: int = 10) -> list[CommandId]:
    return [one.command_id for one in commands.list_queue(CHARGER, limit)]


def test_a_command_is_read_back_as_it_was_stored(tables: Engine) -> None:
    commands.create(command())
    assert commands.find(CHARGER, CommandId("c1")) == command()


def test_the_queue_is_in_the_order_of_the_ids(tables: Engine) -> None:
    for name in ("c2", "c1", "c3"):
        commands.create(command(name))
    assert waiting(2) == ["c1", "c2"]


def test_one_of_sixteen_takes_a_command_out_of_the_queue(tables: Engine) -> None:
    commands.create(command())
    won = race(lambda _: commands.mark_sent(command(), {}))
    assert sum(won) == 1
    assert waiting() == []


def test_one_of_sixteen_ends_a_command(tables: Engine) -> None:
    commands.create(command(state=CommandState.SENT))
    won = race(
        lambda n: commands.finish(
            CHARGER, CommandId("c1"), Ending(CommandState.ACCEPTED, START, str(n))
        )
    )
    ended = [one for one in won if one is not None]
    assert len(ended) == 1
    assert commands.get(CHARGER, CommandId("c1")) == ended[0]


def test_an_end_takes_the_deadline_away(tables: Engine) -> None:
    commands.create(command(state=CommandState.SENT))
    assert due_at(1) == ["c1"]
    commands.finish(CHARGER, CommandId("c1"), Ending(CommandState.ACCEPTED, START))
    assert due_at(1) == []


def test_a_deadline_is_not_due_before_its_time(tables: Engine) -> None:
    commands.create(command())
    assert due_at(0) == []


def test_a_command_that_is_put_back_waits_where_it_was(tables: Engine) -> None:
    commands.create(command("c1", CommandState.SENT))
    commands.create(command("c2"))
    assert commands.put_back(command("c1"))
    assert waiting() == ["c1", "c2"]


def test_a_command_that_ended_is_not_put_back(tables: Engine) -> None:
    commands.create(command("c1", CommandState.SENT))
    commands.finish(CHARGER, CommandId("c1"), Ending(CommandState.ACCEPTED, START))
    assert not commands.put_back(command("c1"))


def test_only_a_sent_command_comes_into_doubt(tables: Engine) -> None:
    commands.create(command("c1", CommandState.SENT))
    commands.create(command("c2"))
    assert commands.mark_in_doubt(command("c1"))
    assert not commands.mark_in_doubt(command("c2"))


def test_commands_are_listed_newest_first_page_by_page(tables: Engine) -> None:
    for name in ("c1", "c2", "c3"):
        commands.create(command(name))
    first = commands.list_by_charger(CHARGER, START, None, 2)
    rest = commands.list_by_charger(CHARGER, START, first.cursor, 2)
    assert [one.command_id for one in [*first.items, *rest.items]] == ["c3", "c2", "c1"]


def test_expired_rows_are_not_shown(tables: Engine) -> None:
    commands.create(command())
    late = START + commands.LIFE + MINUTE
    assert commands.list_by_charger(CHARGER, late, None, 10).items == []
