"""The benchmark measures what it says and tells when a duty is missed."""

import json
from pathlib import Path

import pytest

from benchmarks.__main__ import main, measure_suite
from benchmarks.codec import PAYLOADS
from benchmarks.duel import LEAST_ROUNDS, Duel, Outcome, run
from benchmarks.report import Options, Table, render_markdown, render_text
from csms.entrypoints.ocpp.routes import ROUTES


def nothing(_count: int) -> None:
    pass


def outcome(ours_us: float, theirs_us: float) -> Outcome:
    duel = Duel("suite", "work", nothing, nothing, "them", 0.2)
    return Outcome(duel, (9.0, ours_us), (theirs_us, 99.0))


def test_the_least_of_all_rounds_counts() -> None:
    assert outcome(2.0, 10.0).share == pytest.approx(0.2)


def test_a_share_beyond_its_limit_is_not_within() -> None:
    assert outcome(2.0, 10.0).is_within
    assert not outcome(2.1, 10.0).is_within


def test_a_missed_promise_is_shown() -> None:
    table = Table("suite", "Title", ("", "ours"), [("work", "2.1")], missed=["too slow"])
    assert render_text(table) == [
        "suite: Title",
        "        ours",
        "  work   2.1",
        "  MISSED: too slow",
    ]
    assert render_markdown(table)[2:5] == ["|  | ours |", "|---|--:|", "| work | 2.1 |"]
    assert "missed: too slow" in render_markdown(table)


def test_both_sides_are_measured_in_every_round() -> None:
    calls: list[str] = []
    duel = Duel("s", "n", lambda _: calls.append("ours"), lambda _: calls.append("t"), "t", 1)

    outcomes = run([duel], rounds=1, seed=1, batch_s=0)

    assert len(outcomes[0].ours_us) == len(outcomes[0].theirs_us) == LEAST_ROUNDS
    timed, allocating = calls[:-4], calls[-4:]
    assert timed[-2 * LEAST_ROUNDS :] == ["ours", "t"] * LEAST_ROUNDS
    assert allocating == ["ours", "ours", "t", "t"]


def test_the_codec_is_compared_for_every_action_with_raw_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "deeper" / "bench.json"

    assert main(
        ["codec", "--json", str(path), "--rounds", "5", "--batch-s", "0", "--markdown"]
    ) in (0, 1)

    report = json.loads(path.read_text(encoding="utf-8"))
    duels = report["tables"][0]["raw"]
    assert {duel["name"].partition(",")[0] for duel in duels} == set(PAYLOADS) == set(ROUTES)
    assert {"machine", "seed", "tables"} <= set(report)
    assert all(len(duel["ours_us"]) == 5 for duel in duels)
    assert all(duel["ours_kib"] > 0 for duel in duels)
    assert "MeterValues, 10 samples" in capsys.readouterr().out
    assert "| Heartbeat |" in path.with_suffix(".md").read_text(encoding="utf-8")


def test_a_suite_that_fails_is_a_promise_not_kept(tmp_path: Path) -> None:
    options = Options(False, 1, 5, 0.0, tmp_path, lambda _line: None)  # noqa: FBT003 - short

    (table,) = measure_suite("no_such_suite", options)

    assert table.missed == ["ModuleNotFoundError: No module named 'benchmarks.no_such_suite'"]
