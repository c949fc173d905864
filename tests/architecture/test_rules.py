"""Rules that no tool knows: reasons beside ignores, nothing skipped, nothing of one machine."""

import re
import tomllib

from tests.architecture.repository import PRODUCT, ROOT, python_files, text_files

NO_REASON = re.compile(r"#\s*(?:noqa(?::[ A-Z0-9,]+)?|type:\s*ignore(?:\[[\w,\- ]+\])?)\s*$")
SKIP = re.compile(r"pytest\.(?:skip|importorskip|xfail)\b|mark\.(?:skip|skipif|xfail)\b|SkipTest")
PLACE = re.compile(r"(?<![\w.])/(?:work|root|home|Users|opt|mnt)/[a-z]")
# Addresses of package hosts; who may be paid or has a home page is no such address.
HOST_IN_LOCK = re.compile(
    r"^[^\"]*https?://|\bfile:|--(?:extra-)?index-url|--find-links|\"resolved\":", re.MULTILINE
)
BESIDE_CHECKOUT = re.compile(r"\.\./shared\b")
LOCKS = re.compile(r"requirements/\w+\.txt|(?:.*/)?package-lock\.json")
READS_ENVIRONMENT = re.compile(r"\bos\.(?:environ|getenv)\b|\bfrom os import")


def test_every_ignored_rule_of_the_linter_has_a_reason() -> None:
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    ignored = [line for line in lines if re.match(r'\s+"[A-Z]+[0-9]+",\s*(?:#|$)', line)]
    without = [line for line in ignored if not re.search(r"#\s*\S", line)]
    assert ignored
    assert without == []


def test_every_ignored_line_has_a_reason() -> None:
    assert _lines_with(NO_REASON, ".py") == []


def test_no_test_is_skipped_or_expected_to_fail() -> None:
    found = _lines_with(SKIP, ".py")
    assert [line for line in found if not line.startswith("tests/architecture/test_rules.py")] == []


def test_no_file_names_a_place_on_one_machine() -> None:
    assert _lines_with(PLACE) == []
    assert _lines_with(BESIDE_CHECKOUT) == []


def test_locks_name_no_hosts() -> None:
    locks = {name: text for name, text in text_files().items() if LOCKS.fullmatch(name)}
    assert {"requirements/dev.txt", "requirements/ocpp.txt"} <= set(locks)
    assert {name: HOST_IN_LOCK.findall(text) for name, text in locks.items()} == {
        name: [] for name in locks
    }


def test_what_is_deployed_is_what_is_tested() -> None:
    tested = _pins("dev")
    assert {
        name: pin for name, pin in (_pins("ocpp") | _pins("api")).items() if tested.get(name) != pin
    } == {}


def test_only_settings_read_the_environment() -> None:
    readers = {
        str(path.relative_to(ROOT))
        for path in python_files(*PRODUCT)
        if READS_ENVIRONMENT.search(path.read_text(encoding="utf-8"))
    }
    assert readers == {"shared/csms/settings.py"}


def test_the_tools_are_configured_strictly() -> None:
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    assert tools["mypy"]["strict"] is True
    assert tools["pytest"]["ini_options"]["filterwarnings"] == ["error"]
    assert tools["pytest"]["ini_options"]["xfail_strict"] is True


def _lines_with(pattern: re.Pattern[str], suffix: str = "") -> list[str]:
    return [
        f"{name}:{number}: {line.strip()}"
        for name, text in text_files().items()
        if name.endswith(suffix)
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def _pins(lock: str) -> dict[str, str]:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)(?:\[[^\]]*\])?==([\w.]+)", text, re.MULTILINE))
