"""`make books` on a running system and on one that was stopped and damaged by hand."""

from __future__ import annotations

import boto3

from tests.e2e.system import System, books, run_module


def charge(system: System) -> None:
    run_module("simulators.charge_point.session", "--port", str(system.port)).check_returncode()


def test_the_books_of_a_system_are_proved_and_their_damage_is_named(own_system: System) -> None:
    system = own_system.start()
    charge(system)
    whole = books(system)
    assert (whole.returncode, whole.stdout) == (0, "the books balance\n"), whole.stderr

    engine = system.status()["engine"]["url"]
    client = boto3.client(
        "dynamodb",
        endpoint_url=engine,
        region_name="eu-central-1",
        aws_access_key_id=(system.folder / "access-key").read_text(),
        aws_secret_access_key="simulated",
    )
    table = next(name for name in client.list_tables()["TableNames"] if name.endswith("-wallet"))
    row = client.scan(TableName=table, Limit=1)["Items"][0]
    client.update_item(
        TableName=table,
        Key={"user_id": row["user_id"]},
        UpdateExpression="ADD balance_minor :one",
        ExpressionAttributeValues={":one": {"N": "1"}},
    )
    damaged = books(system)
    assert damaged.returncode == 1
    assert f"wallet {row['user_id']['S']}: balance is" in damaged.stdout

    system.stop()
    stopped = books(system)
    assert (stopped.returncode, stopped.stdout) == (1, damaged.stdout)


def test_a_folder_without_data_is_refused(own_system: System) -> None:
    found = books(own_system)
    assert found.returncode == 2
    assert "holds no data" in found.stderr
