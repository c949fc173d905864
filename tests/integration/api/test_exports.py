"""Files that are longer than an answer: asked for, written by a job, downloaded."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from csms import files
from csms.domain.export import ExportJob, ExportState
from csms.domain.ids import Minor, UserId
from csms.domain.wallet import EntryKind, LedgerEntry
from csms.entrypoints.jobs import export_write
from csms.services.reports.exports import GIVEN_UP_AFTER, HELD_FOR
from csms.services.reports.tables import csv_lines
from csms.store import export_job as jobs
from csms.store import ledger
from csms.store.ledger import LedgerRow
from tests.integration.api.client import Client
from tests.integration.api.world import ADMIN, World, created
from tests.integration.events import START
from tests.integration.files.server import FileServer
from tests.integration.store.race import race

EXPORTS = f"{ADMIN}/exports"
SECOND = timedelta(seconds=1)
LONG_NOTE = "x" * 20_000
MANY = 900
"""Entries whose notes make eighteen million bytes: two parts."""


def run(now: datetime = START, time_left: Callable[[], bool] = lambda: True) -> bool:
    """One run of the job; whether nothing was left."""
    answer = export_write.handle({"time": now.isoformat()}, time_left)
    return bool(answer["complete"])


def ask(admin: Client, **wanted: object) -> dict[str, Any]:
    """Ask for a file; what was answered."""
    answer = admin.post(EXPORTS, wanted)
    assert answer.status == 202, answer.text
    shown: dict[str, Any] = answer.json
    assert answer.headers["location"] == f"{EXPORTS}/{shown['export_id']}"
    return shown


def read(admin: Client, export_id: str) -> dict[str, Any]:
    shown: dict[str, Any] = admin.get(f"{EXPORTS}/{export_id}").json
    return shown


def stored(export_id: str) -> ExportJob:
    return jobs.get(export_id, START)


def fill(user_id: str, count: int = MANY) -> None:
    """Entries of one person after those that are there, each a second after the one before."""
    with LedgerRow.batch_write() as batch:
        for number in range(2, count + 2):
            entry = LedgerEntry(
                user_id=UserId(user_id),
                key=f"request#fill-{number}",
                sequence=number,
                kind=EntryKind.ADJUSTMENT,
                amount_minor=Minor(1),
                balance_after_minor=Minor(number),
                held_after_minor=Minor(0),
                actor="test",
                at=START + number * SECOND,
                note=f"{number} {LONG_NOTE}",
            )
            batch.save(ledger.to_row(entry))


def rows(text: str) -> list[dict[str, str]]:
    csv.field_size_limit(10**6)
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("kind", ["transactions", "ledger"])
def test_a_file_has_what_the_answer_would_have(
    admin: Client, world: World, bucket: FileServer, kind: str
) -> None:
    asked = ask(admin, kind=kind)
    waiting = read(admin, asked["export_id"])

    assert run()

    done = read(admin, asked["export_id"])
    assert (waiting["state"], waiting["url"]) == ("writing", None)
    assert (done["state"], done["rows"], done["error"]) == ("done", 1, None)
    file = bucket.get(done["url"])
    assert file.headers["content-disposition"] == "attachment"
    assert done["url"].endswith(f"/{kind}.csv")
    assert file.text == admin.get(f"{EXPORTS}/{kind}.csv").text
    assert done["size_bytes"] == len(file.content)
    assert [one["export_id"] for one in admin.get(EXPORTS).json["items"]] == [asked["export_id"]]


def test_a_file_of_nothing_has_its_header(admin: Client, world: World, bucket: FileServer) -> None:
    asked = ask(admin, kind="transactions", state="HELD")

    run()

    done = read(admin, asked["export_id"])
    assert done["rows"] == 0
    assert bucket.get(done["url"]).text.startswith("transaction_id,state,charger_id")


def test_a_long_file_goes_on_where_it_stopped_and_is_never_seen_half(
    admin: Client, world: World, bucket: FileServer
) -> None:
    fill(world.user_id)
    asked = ask(admin, kind="ledger", user_id=world.user_id)
    held: list[ExportJob] = []

    def until_a_part_is_stored() -> bool:
        job = stored(asked["export_id"])
        held.append(job)
        return not job.tags

    assert not run(time_left=until_a_part_is_stored)
    half = read(admin, asked["export_id"])
    assert (half["state"], half["url"]) == ("writing", None)
    assert 0 < half["rows"] < MANY
    assert files.find(held[-1].key) is None
    assert run(START + SECOND)

    done = read(admin, asked["export_id"])
    file = rows(bucket.get(done["url"]).text)
    assert done["rows"] == len(file) == MANY + 1
    assert [int(row["sequence"]) for row in file] == list(range(MANY + 1, 0, -1))


def test_a_run_that_died_is_taken_up_when_its_time_is_over(
    admin: Client, world: World, bucket: FileServer
) -> None:
    asked = ask(admin, kind="transactions")
    job = stored(asked["export_id"])
    dead = replace(job, due_at=START + HELD_FOR, upload_id=files.begin(job.key))
    assert jobs.save(dead) is not None

    run()
    assert read(admin, asked["export_id"])["state"] == "writing"
    run(START + HELD_FOR)

    assert read(admin, asked["export_id"])["state"] == "done"


def test_a_run_that_died_after_the_last_word_to_the_store_loses_nothing(
    admin: Client, world: World, bucket: FileServer
) -> None:
    asked = ask(admin, kind="transactions")
    run()
    job = stored(asked["export_id"])
    unsaid = replace(job, state=ExportState.WRITING, due_at=START, finished_at=None)
    assert jobs.save(unsaid) is not None

    assert run()

    done = read(admin, asked["export_id"])
    assert (done["state"], done["rows"]) == ("done", 1)
    assert len(rows(bucket.get(done["url"]).text)) == 1


def test_what_the_store_forgot_is_a_failure_with_its_reason(
    admin: Client, world: World, bucket: FileServer
) -> None:
    asked = ask(admin, kind="transactions")
    run()
    job = stored(asked["export_id"])
    files.delete(job.key)
    assert jobs.save(replace(job, state=ExportState.WRITING, due_at=START)) is not None

    run()

    failed = read(admin, asked["export_id"])
    assert (failed["state"], failed["url"]) == ("failed", None)
    assert "ask for it again" in failed["error"]


def test_a_file_that_takes_half_a_day_is_given_up(
    admin: Client, world: World, bucket: FileServer
) -> None:
    asked = ask(admin, kind="transactions")

    assert run(START + GIVEN_UP_AFTER + SECOND)

    admin.now = START + GIVEN_UP_AFTER + SECOND
    failed = read(admin, asked["export_id"])
    assert (failed["state"], "shorter time" in failed["error"]) == ("failed", True)
    assert run(START + GIVEN_UP_AFTER + timedelta(days=1))


def test_of_sixteen_runs_one_takes_a_file(admin: Client, world: World, bucket: FileServer) -> None:
    asked = ask(admin, kind="transactions")
    job = stored(asked["export_id"])

    taken = race(lambda _: jobs.save(replace(job, due_at=START + HELD_FOR)))

    assert sum(one is not None for one in taken) == 1


def test_an_export_is_forgotten_with_its_file(
    admin: Client, world: World, bucket: FileServer
) -> None:
    asked = ask(admin, kind="transactions")
    admin.now = START + timedelta(days=7)

    assert admin.get(f"{EXPORTS}/{asked['export_id']}").status == 404
    assert admin.get(EXPORTS).json["items"] == []


def test_a_ledger_of_everybody_has_each_entry_once(
    admin: Client, world: World, bucket: FileServer
) -> None:
    fill(world.user_id, 250)
    path = f"{ADMIN}/users/{world.other_id}/wallet/top-up"
    created(admin, path, {"amount_minor": 7}, {"Idempotency-Key": "other"})

    everybody = rows(admin.get(f"{EXPORTS}/ledger.csv").text)
    asked = ask(admin, kind="ledger")
    run()
    file = rows(bucket.get(read(admin, asked["export_id"])["url"]).text)

    counted = sorted((row["user_id"], int(row["sequence"])) for row in everybody)
    mine = [(world.user_id, number) for number in range(1, 252)]
    assert counted == sorted([*mine, (world.other_id, 1)])
    assert file == everybody


def test_a_ledger_is_restricted_to_a_time(admin: Client, world: World) -> None:
    fill(world.user_id, 100)
    since, until = START + 10 * SECOND, START + 20 * SECOND
    times = {"since": since.isoformat(), "until": until.isoformat()}

    one = rows(admin.get(f"{EXPORTS}/ledger.csv", query={**times, "user_id": world.user_id}).text)
    everybody = rows(admin.get(f"{EXPORTS}/ledger.csv", query=times).text)

    assert [int(row["sequence"]) for row in one] == list(range(19, 9, -1))
    assert everybody == one


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"kind": "people"}, 422),
        ({}, 422),
        ({"kind": "ledger", "user_id": "nobody"}, 404),
        ({"kind": "transactions", "charger_id": "/"}, 404),
        ({"kind": "transactions", "state": "LOST"}, 422),
        ({"kind": "ledger", "since": "2026-03-02T00:00:00Z", "until": "2026-03-01T00:00:00Z"}, 422),
    ],
)
def test_what_cannot_be_written_is_refused_at_once(
    admin: Client, body: dict[str, object], status: int
) -> None:
    assert admin.post(EXPORTS, body).status == status
    assert admin.get(EXPORTS).json["items"] == []


def test_what_a_spreadsheet_would_run_is_quoted() -> None:
    assert csv_lines([["=1", "+1", "-1", "@x", -1, None, "ok"]]) == "'=1,'+1,'-1,'@x,-1,,ok\r\n"
