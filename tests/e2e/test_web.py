"""The web app in a real browser against a whole system: the suite of frontend/e2e, and its units.

One test per check, so that pytest's own last line stays the last.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from simulators.aws import web_app
from tests.e2e import card_provider
from tests.e2e.system import ROOT, System, books, clean_environment
from tests.integration.api.stripe_api import SECRET

FRONTEND = ROOT / "frontend"
LOCALES = FRONTEND / "src/shared/i18n/locales"
CHROMIUM = Path(os.getenv("CHROMIUM", "/usr/bin/chromium"))  # noqa: TID251 - names a program
SUITE_S = 900
CHECK_S = 300


def run(*command: str, timeout_s: float = CHECK_S, **environment: str) -> None:
    """Run a command of the web app; AssertionError with its output when it fails."""
    done = subprocess.run(
        command,
        cwd=FRONTEND,
        env={**clean_environment(), "NO_COLOR": "1", **environment},
        capture_output=True,
        text=True,
        timeout=timeout_s,
        check=False,
    )
    assert done.returncode == 0, f"{' '.join(command)}:\n{done.stdout}\n{done.stderr}"


def test_the_code_is_typed() -> None:
    run("npx", "tsc", "--noEmit")


def test_the_code_is_clean() -> None:
    run("npx", "biome", "check", "--error-on-warnings")


def test_the_units_work() -> None:
    run("npx", "vitest", "run")


def test_no_page_is_heavier_than_its_budget() -> None:
    run("node", "scripts/bundle-budget.mjs")


def test_the_lock_names_the_builds_for_every_platform() -> None:
    """`npm ci` refuses a lock that lacks the optional build of a machine other than ours."""
    packages = json.loads((FRONTEND / "package-lock.json").read_text())["packages"]
    missing = [
        f"{place}: {name} {version}"
        for place, package in packages.items()
        for name, version in package.get("optionalDependencies", {}).items()
        if version[0].isdigit() and version not in versions_of(packages, name)
    ]
    assert not missing, "\n".join(missing)
    assert not [place for place, package in packages.items() if "resolved" in package]


def versions_of(packages: dict[str, dict[str, str]], name: str) -> set[str]:
    """The versions of a package that the lock holds anywhere."""
    return {
        package["version"]
        for place, package in packages.items()
        if place.endswith(f"node_modules/{name}")
    }


def test_both_distributions_serve_every_file_of_the_build() -> None:
    built = {f"/{path.name}" for path in (FRONTEND / "dist").iterdir() if path.is_file()}
    built -= {"/index.html", "/.built"}
    assert built == web_app.FILES
    template = (ROOT / "template.yaml").read_text()
    assert [name for name in sorted(built) if f"'{name}'" not in template] == []


@pytest.mark.parametrize("area", sorted(path.name for path in LOCALES.iterdir()))
def test_every_word_is_translated(area: str) -> None:
    german = (LOCALES / area / "de.po").read_text()
    entries = german.split("\n\n")[1:]
    missing = [entry for entry in entries if 'msgstr ""' in entry and not entry.startswith("#~")]
    assert not missing, "\n\n".join(missing)


def test_every_journey_works(system: System) -> None:
    assert CHROMIUM.exists(), "needs Chromium: apt-get install chromium, or name one in CHROMIUM"
    run(
        "npx",
        "playwright",
        "test",
        timeout_s=SUITE_S,
        CSMS_URL=system.base_url,
        PYTHON=sys.executable,
    )


def test_cards_are_taken_and_given_back_to(tmp_path: Path) -> None:
    system = System(tmp_path / "var")
    with card_provider.running() as provider:
        provider.webhook_url = f"{system.base_url}/webhooks/stripe"
        system.set_parameters(
            "StripeSecretKey=sk_test_journey",
            f"StripeWebhookSecret={SECRET}",
            f"StripeApiUrl={provider.url}",
            f"PaymentReturnUrl={system.base_url}/wallet",
        )
        try:
            system.start()
            run(
                "npx",
                "playwright",
                "test",
                "cards.spec.ts",
                CSMS_URL=system.base_url,
                CARDS=provider.url,
                PYTHON=sys.executable,
            )
            proof = books(system)
        finally:
            system.close()
    assert set(provider.told) == {("checkout.session.completed", 204), ("refund.created", 204)}
    assert (proof.returncode, proof.stdout) == (0, "the books balance\n"), proof.stderr
