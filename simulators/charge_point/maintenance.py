"""Firmware updates, diagnostics and logs: the long jobs of a charger (§4.4, §4.5, S L01, N01)."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from ocpp.v16 import call
from ocpp.v16.enums import DiagnosticsStatus, FirmwareStatus, ResetType, UploadLogStatus

from simulators.charge_point.device import Device
from simulators.charge_point.errors import ExchangeFailed
from simulators.charge_point.transfer import HttpTransfer, Transfer, TransferFailed

_INSTALL_S = 60
_LONGEST_WAIT_FOR_CARS_S = 24 * 3600


class FirmwareFlaw(StrEnum):
    """What is wrong with the next firmware, as scenarios ask for."""

    NONE = "none"
    SIGNATURE = "signature"
    INSTALLATION = "installation"


class Maintenance:
    """At most one firmware job and one upload at a time; a new one replaces the old."""

    def __init__(self, device: Device, reboot: Callable[[ResetType], None]) -> None:
        """reboot: how the charger restarts after an installation."""
        self._device = device
        self._reboot = reboot
        self.transfer: Transfer = HttpTransfer()
        self.flaw = FirmwareFlaw.NONE
        self.next_version = "1.1.0"
        self.image = b""
        self.firmware_status = FirmwareStatus.idle
        self.diagnostics_status = DiagnosticsStatus.idle
        self.log_status = UploadLogStatus.idle
        self.log_request_id = -1
        self.firmware_request_id = -1
        self.log_lines = ["boot", "self test passed"]

    async def update_firmware(self, location: str, at: datetime, tries: int, every_s: int) -> None:
        """UpdateFirmware: download, install when no car charges, restart (§4.5)."""
        await self._install(location, at, tries, every_s, self._tell_firmware)

    async def update_signed_firmware(
        self, location: str, at: datetime, tries: int, every_s: int, request_id: int
    ) -> None:
        """SignedUpdateFirmware: the same with a signature to check (S L01)."""
        self.firmware_request_id = request_id
        await self._install(location, at, tries, every_s, self._tell_signed_firmware)

    async def upload_diagnostics(self, location: str, tries: int, every_s: int) -> None:
        """GetDiagnostics: `location` is the whole address of the file (§4.4)."""
        await self._tell_diagnostics(DiagnosticsStatus.uploading)
        done = await self._try(lambda: self._store(location), tries, every_s)
        await self._tell_diagnostics(
            DiagnosticsStatus.uploaded if done else DiagnosticsStatus.upload_failed
        )

    async def upload_log(self, location: str, tries: int, every_s: int, request_id: int) -> None:
        """GetLog (S N01)."""
        self.log_request_id = request_id
        await self.tell_log(UploadLogStatus.uploading)
        done = await self._try(lambda: self._store(location), tries, every_s)
        await self.tell_log(UploadLogStatus.uploaded if done else UploadLogStatus.upload_failure)

    async def tell_log(self, status: UploadLogStatus) -> None:
        """LogStatusNotification; idle carries the last request's id or -1."""
        self.log_status = status
        await self._tell(call.LogStatusNotification(status=status, request_id=self.log_request_id))

    async def _install(
        self,
        location: str,
        at: datetime,
        tries: int,
        every_s: int,
        tell: Callable[[FirmwareStatus], Awaitable[None]],
    ) -> None:
        device = self._device
        await device.clock.sleep((at - device.face.now()).total_seconds())
        await tell(FirmwareStatus.downloading)
        if not await self._try(lambda: self._fetch(location), tries, every_s):
            await tell(FirmwareStatus.download_failed)
            return
        await tell(FirmwareStatus.downloaded)
        if tell == self._tell_signed_firmware and not await self._signature_holds(tell):
            return
        await self._wait_for_cars()
        await tell(FirmwareStatus.installing)
        await device.clock.sleep(_INSTALL_S)
        if self.flaw is FirmwareFlaw.INSTALLATION:
            await tell(FirmwareStatus.installation_failed)
            return
        device.profile = replace(device.profile, firmware_version=self.next_version)
        await tell(FirmwareStatus.installed)
        self._reboot(ResetType.soft)

    async def _signature_holds(self, tell: Callable[[FirmwareStatus], Awaitable[None]]) -> bool:
        if self.flaw is not FirmwareFlaw.SIGNATURE:
            await tell(FirmwareStatus.signature_verified)
            return True
        await tell(FirmwareStatus.invalid_signature)
        await self.tell_security_event("InvalidFirmwareSignature")
        return False

    async def tell_security_event(self, kind: str, detail: str | None = None) -> None:
        """SecurityEventNotification (S A04)."""
        await self._tell(
            call.SecurityEventNotification(
                type=kind, timestamp=self._device.face.stamp(), tech_info=detail
            )
        )

    async def _wait_for_cars(self) -> None:
        device = self._device
        await device.uplink.pulse.until_or_after(
            lambda: not any(c.condition.in_transaction for c in device.charging_connectors()),
            device.clock,
            _LONGEST_WAIT_FOR_CARS_S,
        )

    async def _try(self, job: Callable[[], Awaitable[object]], tries: int, every_s: int) -> bool:
        for attempt in range(max(1, tries)):
            if attempt:
                await self._device.clock.sleep(every_s)
            try:
                with self._device.clock.hold():
                    await job()
            except TransferFailed:
                continue
            return True
        return False

    async def _fetch(self, location: str) -> None:
        self.image = await self.transfer.fetch(location)

    async def _store(self, location: str) -> None:
        await self.transfer.store(location, "\n".join(self.log_lines).encode())

    async def _tell_firmware(self, status: FirmwareStatus) -> None:
        self.firmware_status = status
        await self._tell(call.FirmwareStatusNotification(status=status))

    async def _tell_signed_firmware(self, status: FirmwareStatus) -> None:
        self.firmware_status = status
        await self._tell(
            call.SignedFirmwareStatusNotification(
                status=status, request_id=self.firmware_request_id
            )
        )

    async def _tell_diagnostics(self, status: DiagnosticsStatus) -> None:
        self.diagnostics_status = status
        await self._tell(call.DiagnosticsStatusNotification(status=status))

    async def _tell(self, request: object) -> None:
        """A notification nobody waits for; offline it is lost, as on real chargers."""
        try:
            await self._device.uplink.ask(request)
        except ExchangeFailed:
            return
