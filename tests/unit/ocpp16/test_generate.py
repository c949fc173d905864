"""The generator of the validators."""

import json
from pathlib import Path

import pytest

from csms.ocpp16 import generate
from csms.ocpp16._validators import received, sent


def written(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file()}


def test_the_validators_in_use_are_fresh() -> None:
    assert not generate.is_stale()
    assert generate.main(["--check"]) == 0


def test_the_result_is_deterministic(tmp_path: Path) -> None:
    generate.write(tmp_path)

    in_use = {name: text for name, text in written(generate.TARGET).items() if name[0] != "."}
    assert written(tmp_path) == in_use


@pytest.mark.parametrize("stamp", [None, "", "[]", '{"ocpp":"0.1"}'])
def test_other_versions_are_stale(tmp_path: Path, stamp: str | None) -> None:
    generate.write(tmp_path)
    assert not generate.is_stale(tmp_path)

    (tmp_path / generate.STAMP).unlink()
    if stamp is not None:
        (tmp_path / generate.STAMP).write_text(stamp, encoding="utf-8")

    assert generate.is_stale(tmp_path)


def test_nothing_written_is_stale(tmp_path: Path) -> None:
    assert generate.is_stale(tmp_path / "missing")


def test_the_stamp_names_versions_and_generator() -> None:
    stamp = json.loads((generate.TARGET / generate.STAMP).read_text(encoding="utf-8"))

    assert set(stamp) == {"fastjsonschema", "generator", "ocpp"}


def test_every_schema_of_python_ocpp_has_a_validator() -> None:
    names = set(generate.load_schemas())
    requests = set(received.REQUESTS) | set(sent.REQUESTS)
    results = set(received.RESULTS) | set(sent.RESULTS)

    assert names == requests | {f"{action}Response" for action in results}
    assert requests == results
    assert len(requests) == 39


def test_each_direction_has_its_own() -> None:
    assert set(received.REQUESTS) & set(sent.REQUESTS) == {"DataTransfer"}
    assert set(received.REQUESTS) == set(sent.RESULTS)
    assert set(sent.REQUESTS) == set(received.RESULTS)


def test_a_step_that_is_not_a_tenth_is_not_taken_for_one() -> None:
    with pytest.raises(ValueError, match=r"not 0\.1"):
        generate.resolve({"type": "number", "multipleOf": 0.5}, {})


@pytest.mark.parametrize(
    ("payload", "words"),
    [
        ({}, "payload lacks idTag"),
        ({"idTag": 1}, "payload.idTag must be text"),
        ({"idTag": "A", "connectorId": "1"}, "payload.connectorId must be a whole number"),
        ({"idTag": "A", "chargingProfile": []}, "payload.chargingProfile must be an object"),
        (
            {"idTag": "A", "chargingProfile": {"stackLevel": 0, "chargingProfileId": 1}},
            "payload.chargingProfile lacks chargingProfileKind, chargingProfilePurpose, .+",
        ),
    ],
)
def test_a_payload_of_ours_that_does_not_fit_is_told_what_it_lacks(
    payload: dict[str, object], words: str
) -> None:
    with pytest.raises(ValueError, match=f"^{words}$"):
        sent.REQUESTS["RemoteStartTransaction"](payload)
