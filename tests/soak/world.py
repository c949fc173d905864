"""Stations, drivers and chargers, and random sessions played on them until all has settled."""

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from typing import Any, Final

from csms.domain.errors import CsmsError
from csms.domain.id_tag import IdTag
from csms.domain.ids import ChargerId, ConnectorId, Micro, Minor, TariffId, UserId, fold_tag
from csms.domain.tariff import Tariff
from csms.domain.time_of_use import Window
from csms.domain.transaction import Transaction, TransactionState
from csms.services import billing
from csms.services.billing import books
from csms.services.billing.discrepancy import Discrepancy
from csms.services.charging import sessions
from csms.store import charger as chargers
from csms.store import id_tag as tags
from csms.store import transaction_list as lists
from csms.store import wallet as wallets
from csms.store.charger import replace as replace_charger
from tests.faults import Killed, killed_after, killed_before
from tests.integration.charging import world
from tests.integration.charging.world import NOW, Frames, sweep, text
from tests.soak.script import MINUTE, Frame, Plan, frames, plan

CHARGERS: Final = 8
DRIVERS: Final = 12
FUNDS: Final = 100_000
PEAK: Final = Window("peak", (0, 1, 2, 3, 4), 7 * 60, 19 * 60, Micro(550_000), Micro(10_000))
NIGHT: Final = Window("night", tuple(range(7)), 22 * 60, 6 * 60, Micro(250_000))
STANDARD: Final = Tariff(
    TariffId("standard"), "Standard", "EUR", Micro(400_000), Minor(50), Micro(190_000)
)
TARIFFS: Final = (
    replace(STANDARD, tariff_id=TariffId("hours"), windows=(PEAK, NIGHT)),
    replace(
        STANDARD,
        tariff_id=TariffId("time"),
        minute_rate=Micro(15_000),
        idle_rate=Micro(50_000),
        idle_grace_s=600,
        tax_included=False,
    ),
    replace(
        STANDARD,
        tariff_id=TariffId("bounds"),
        windows=(NIGHT,),
        minimum_minor=Minor(200),
        maximum_minor=Minor(1500),
    ),
)


class Soak:
    """A world and its chance. The same seed plays the same sessions."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)
        self._now = NOW
        self._registers: Counter[int] = Counter()
        self.frames = 0
        self.deaths = 0
        self._chargers = self._build()
        self._numbers: dict[int, int] = {}
        self._tags: dict[int, str] = {}

    def play(self, count: int) -> None:
        """Play sessions, as many at once as there are connectors, then let everything settle."""
        while count > 0:
            slots = self._chance.sample(range(2 * CHARGERS), min(count, 2 * CHARGERS))
            self._play_batch(slots)
            count -= len(slots)
        for driver in range(DRIVERS):
            billing.top_up(_driver(driver), Minor(10**8), "last", "soak", None, self._now)
        for days in (0, 1, 9, 18, 19):
            self._sweep(self._now + timedelta(days=days, hours=1))
        self._now += timedelta(days=20)

    def faults(self) -> Sequence[Discrepancy]:
        """What is off in the books, and what has not come to its end."""
        people = [_driver(driver) for driver in range(DRIVERS)]
        found = list(books.check(people, [], self._now))
        for person in people:
            wallet = wallets.find(person)
            if wallet is not None and wallet.held_minor:
                found.append(Discrepancy(f"wallet {person}", f"{wallet.held_minor} is held"))
        unsettled = (TransactionState.RUNNING, TransactionState.STOPPED)
        return found + [
            Discrepancy(f"transaction {one.transaction_id}", f"is {one.state}")
            for one in self.transactions()
            if one.state in unsettled
        ]

    def transactions(self) -> Sequence[Transaction]:
        """All transactions of the drivers."""
        found: list[Transaction] = []
        for driver in range(DRIVERS):
            page = lists.list_by_payer(_driver(driver), None, 100)
            found.extend(page.items)
            while page.cursor is not None:
                page = lists.list_by_payer(_driver(driver), page.cursor, 100)
                found.extend(page.items)
        return found

    def _build(self) -> Sequence[Frames]:
        built = [world.build("cp0")]
        built += [world.add_charger(f"cp{number}") for number in range(1, CHARGERS)]
        for tariff in TARIFFS:
            billing.create_tariff(tariff)
        for number in range(CHARGERS):
            tariff_id = (None, *(one.tariff_id for one in TARIFFS))[number % 4]
            charger = chargers.get(ChargerId(f"cp{number}"))
            changed = replace(charger, tariff_id=tariff_id, version=charger.version + 1)
            replace_charger(changed, charger.version)
        for driver in range(DRIVERS):
            funds = 1000 if driver == 0 else FUNDS
            billing.top_up(_driver(driver), Minor(funds), "first", "soak", None, NOW)
            name = f"Soak-{driver}"
            tags.create(IdTag(fold_tag(name), name, _driver(driver)), NOW)
        return built

    def _play_batch(self, slots: Sequence[int]) -> None:
        begins = self._now
        plans: dict[int, Plan] = {}
        todo: list[tuple[datetime, int, int, Frame]] = []
        self._numbers, self._tags = {}, {}
        for slot in slots:
            start = begins + self._chance.randint(0, 60) * MINUTE
            made = plan(self._chance, slot, start, 1000 + self._registers[slot], DRIVERS)
            plans[slot] = made
            self._registers[slot] += made.delivered_wh
            todo += [
                (one.at, len(todo) + order, slot, one)
                for order, one in enumerate(frames(self._chance, made))
            ]
        for at, _, slot, frame in sorted(todo, key=lambda one: one[:2]):
            self._deliver(slot, plans[slot], frame)
            self._now = max(self._now, at)
        self._sweep(self._now + timedelta(minutes=20))
        self._now += timedelta(minutes=30)

    def _deliver(self, slot: int, of: Plan, frame: Frame) -> None:
        charger = self._chargers[of.charger]
        payload = self._payload(slot, of, frame)
        if payload is None:
            return
        self.frames += 1
        answer = self._answer(charger, frame, payload)
        if frame.action == "StartTransaction":
            self._numbers[slot] = answer["transactionId"]

    def _answer(self, charger: Frames, frame: Frame, payload: dict[str, Any]) -> dict[str, Any]:
        """Deliver a frame until it is answered; who dies after the answer never does the rest."""
        left = frame.deadly
        kill = self._chance.choice((killed_before, killed_after))
        if left is not None:
            with suppress(Killed), kill(left):
                reply = charger.answer(frame.action, payload, frame.at)
                for effect in reply.effects:
                    self._alive(effect)
                return dict(reply.payload)
            self.deaths += 1
        reply = charger.answer(frame.action, payload, frame.at)
        for effect in reply.effects:
            self._alive(effect)
        return dict(reply.payload)

    def _alive(self, effect: Callable[[], object]) -> None:
        """Effects that fail are logged and found again by their deadlines."""
        with suppress(CsmsError):
            effect()

    def _payload(self, slot: int, of: Plan, frame: Frame) -> dict[str, Any] | None:
        stamp = text(frame.written)
        match frame.action:
            case "BootNotification":
                return {"chargePointVendor": "V", "chargePointModel": "M"}
            case "StatusNotification":
                status = frame.facts["status"]
                payload = {"connectorId": of.connector, "errorCode": "NoError", "status": status}
                return payload | {"timestamp": stamp}
            case "StartTransaction":
                tag = self._tags.setdefault(slot, self._tag(of, frame.at))
                start = {"connectorId": of.connector, "idTag": tag, "timestamp": stamp}
                return start | {"meterStart": frame.facts["register"]}
            case _ if slot not in self._numbers:
                return None
            case "MeterValues":
                value = {
                    "timestamp": stamp,
                    "sampledValue": [{"value": str(frame.facts["register"])}],
                }
                known = {"transactionId": self._numbers[slot]}
                return known | {"connectorId": of.connector, "meterValue": [value]}
            case _:
                stop = {"transactionId": self._numbers[slot], "timestamp": stamp}
                return stop | {"meterStop": frame.facts["register"]}

    def _tag(self, of: Plan, now: datetime) -> str:
        """The driver's tag, or that of a session in the app, if their money allows one."""
        card = f"Soak-{of.driver}"
        if not of.by_app:
            return card
        asked = (_driver(of.driver), ChargerId(f"cp{of.charger}"), ConnectorId(of.connector))
        with suppress(CsmsError):
            session = sessions.request(*asked, "soak", now)
            if self._chance.random() < 0.1:
                sessions.stop(session.session_id, "soak", now)
            return session.id_tag
        return card

    def _sweep(self, now: datetime) -> None:
        if self._chance.random() < 0.2:
            kill = self._chance.choice((killed_before, killed_after))
            with suppress(Killed), kill(self._chance.randrange(200)):
                sweep(now)
        sweep(now)


def _driver(number: int) -> UserId:
    return UserId(f"soak-driver-{number}")
