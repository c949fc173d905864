"""An operator who asks chargers for things, tops up wallets, and has files written and read."""

import hashlib
import threading
import time
from collections import Counter
from collections.abc import Mapping
from random import Random
from typing import Any

import httpx

from tests.e2e.operator import Place
from tests.survival.load import RETRY_S
from tests.survival.machine import Survivor
from tests.survival.part import STORE

TOP_UP_MINOR = 1_000
IMAGE_BYTES = (1_000, 3_000_000)
ANSWER_S = 12
QUESTIONS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("TriggerMessage", {"requestedMessage": "Heartbeat"}),
    ("GetConfiguration", {}),
    ("ChangeConfiguration", {"key": "MeterValueSampleInterval", "value": "60"}),
    ("ChangeAvailability", {"connectorId": 1, "type": "Operative"}),
)


class Operator(threading.Thread):
    """Does one thing after the other, what counts until it is confirmed.

    top_ups: confirmed, by user. exports: ids of files that were promised. images: digests of
    firmware that the store took, by id. faults: answers that nobody may get.
    """

    def __init__(self, survivor: Survivor, places: list[Place], seed: int) -> None:
        super().__init__(name="operator", daemon=True)
        self.top_ups: Counter[str] = Counter()
        self.exports: list[str] = []
        self.images: dict[str, str] = {}
        self.faults: list[str] = []
        self.leaves = threading.Event()
        self._survivor = survivor
        self._places = places
        self._chance = Random(f"{seed}/operator")
        self._client = httpx.Client(timeout=ANSWER_S)
        self._number = 0

    def run(self) -> None:
        """Until it leaves."""
        while not self.leaves.wait(self._chance.uniform(0.2, 1.0)):
            self._number += 1
            place = self._chance.choice(self._places)
            (act,) = self._chance.choices(
                (self._ask_charger, self._top_up, self._ask_for_file, self._keep_image),
                (5, 3, 2, 2),
            )
            act(place)
        self._client.close()

    def _ask_charger(self, place: Place) -> None:
        action, payload = self._chance.choice(QUESTIONS)
        path = f"/api/admin/chargers/{place.charger_id}/commands"
        self._ask("POST", path, {"action": action, "payload": payload})

    def _top_up(self, place: Place) -> None:
        path = f"/api/admin/users/{place.user_id}/wallet/top-up"
        key = f"survival-{self._number}"
        while self._ask("POST", path, {"amount_minor": TOP_UP_MINOR}, key) is None:
            time.sleep(RETRY_S)
        self.top_ups[place.user_id] += TOP_UP_MINOR

    def _ask_for_file(self, place: Place) -> None:
        wish = {"kind": "ledger", "user_id": place.user_id}
        answer = self._ask("POST", "/api/admin/exports", wish)
        if answer is not None:
            self.exports.append(answer["export_id"])

    def _keep_image(self, _place: Place) -> None:
        """Announce firmware, send its file, and look until the system has found it."""
        image = self._chance.randbytes(self._chance.randint(*IMAGE_BYTES))
        digest = hashlib.sha256(image).hexdigest()
        name = f"image-{self._number}"
        fields = {"label": name, "version": "1", "file_name": f"{name}.bin", "sha256": digest}
        announced = self._ask("POST", "/api/admin/firmware", fields)
        if announced is None:
            return
        url = announced["upload"]["url"]
        inside = self._survivor.url(STORE) + url.removeprefix(self._survivor.system.base_url)
        while not self._send(inside, image):
            time.sleep(RETRY_S)
        self.images[announced["firmware_id"]] = digest
        path = f"/api/admin/firmware/{announced['firmware_id']}"
        while (found := self._ask("GET", path, None)) is None:
            time.sleep(RETRY_S)
        if (found["state"], found["sha256"]) != ("available", digest):
            self.faults.append(f"{name} was stored, and is {found['state']} ({found['sha256']})")

    def _send(self, url: str, image: bytes) -> bool:
        try:
            return self._client.put(url, content=image).is_success
        except (httpx.HTTPError, OSError):
            return False

    def _ask(
        self, method: str, path: str, body: Mapping[str, Any] | None, key: str = ""
    ) -> Any | None:
        """What was answered, None when it was nothing good."""
        url = self._survivor.system.base_url + path
        try:
            headers = {"Authorization": f"Bearer {self._survivor.token()}", "Idempotency-Key": key}
            answer = self._client.request(method, url, json=body, headers=headers)
        except (httpx.HTTPError, OSError, ValueError):
            return None
        if answer.status_code in (401, 403):
            self.faults.append(f"{method} {path} with a good token: {answer.status_code}")
        return answer.json() if answer.is_success else None
