"""Typed requests, and what chargers are answered."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from csms.domain.charger import ChargerModel, ConnectorStatus, Registration
from csms.domain.id_tag import AuthorizationStatus, IdTagInfo
from csms.domain.ids import TransactionId
from csms.ocpp16._validators import sent
from csms.ocpp16.actions import (
    READERS,
    authorize,
    boot_notification,
    data_transfer,
    diagnostics_status_notification,
    firmware_status_notification,
    heartbeat,
    log_status_notification,
    meter_values,
    security_event_notification,
    sign_certificate,
    signed_firmware_status_notification,
    start_transaction,
    status_notification,
    stop_transaction,
)
from csms.ocpp16.validation import Reading, read_request
from tests.unit.ocpp16.payloads import ACTIONS, FULL

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TAG_INFO = IdTagInfo(AuthorizationStatus.ACCEPTED, NOW, "PARENT")


def request(action: str, **changes: object) -> Any:
    result = read_request(action, FULL[action] | changes, NOW)
    assert isinstance(result, Reading)
    return result.request


def test_every_action_has_a_reader() -> None:
    assert set(READERS) == set(ACTIONS) == set(sent.RESULTS)


def test_boot_tells_what_the_charger_is() -> None:
    assert request("BootNotification").about == ChargerModel(
        vendor="Vendor",
        model="Model",
        serial_number="SN-1",
        firmware_version="1.2.3",
        meter_type="Meter",
        meter_serial_number="M-1",
        iccid="8931",
        imsi="2040",
    )


def test_the_older_serial_number_counts_when_it_is_alone() -> None:
    payload = {"chargePointVendor": "V", "chargePointModel": "M", "chargeBoxSerialNumber": "BOX"}

    result = read_request("BootNotification", payload, NOW)

    assert isinstance(result, Reading)
    assert isinstance(result.request, boot_notification.BootNotification)
    assert result.request.about == ChargerModel(vendor="V", model="M", serial_number="BOX")


def test_start_is_typed() -> None:
    start = request("StartTransaction")

    assert (start.connector_id, start.id_tag, start.meter_start_wh) == (1, "04A1B2C3", 1000)
    assert start.reservation_id == 3
    assert start.timestamp.instant == datetime(2026, 3, 1, 10, tzinfo=UTC)
    assert start.timestamp.raw == "2026-03-01T10:00:00Z"


def test_stop_is_typed() -> None:
    stop = request("StopTransaction")

    assert (stop.transaction_id, stop.meter_stop_wh) == (7, 5000)
    assert (stop.reason, stop.id_tag) == ("EVDisconnected", "04A1B2C3")
    assert stop.timestamp.instant == datetime(2026, 3, 1, 11, tzinfo=UTC)
    assert len(stop.transaction_data) == 1


def test_status_is_typed() -> None:
    status = request("StatusNotification")

    assert status.connector_id == 1
    assert status.status is ConnectorStatus.FAULTED
    assert status.error_code == "GroundFailure"
    assert (status.info, status.vendor_id, status.vendor_error_code) == ("relay", "vendor", "E-7")
    assert status.timestamp.instant == datetime(2026, 3, 1, 10, 0, 0, 500_000, tzinfo=UTC)


def test_a_status_may_have_no_time() -> None:
    payload = {"connectorId": 0, "errorCode": "NoError", "status": "Available"}

    result = read_request("StatusNotification", payload, NOW)

    assert isinstance(result, Reading)
    assert isinstance(result.request, status_notification.StatusNotification)
    assert result.request.timestamp is None
    assert result.deviations == ()


def test_readings_are_typed() -> None:
    readings = request("MeterValues")

    assert (readings.connector_id, readings.transaction_id) == (1, 7)
    assert readings.readings[0].samples[0].location == "Inlet"


def test_the_rest_is_typed() -> None:
    assert request("Authorize").id_tag == "04A1B2C3"
    assert request("DataTransfer") == data_transfer.DataTransfer("vendor", "message", "text")
    assert request("Heartbeat") == heartbeat.Heartbeat()
    assert request("DiagnosticsStatusNotification").status == "Uploading"
    assert request("FirmwareStatusNotification").status == "Installed"
    assert request("LogStatusNotification").request_id == 5
    assert request("SignedFirmwareStatusNotification").request_id == 5
    assert request("SignCertificate").csr.startswith("-----BEGIN")
    assert request("SecurityEventNotification").tech_info == "door"


ANSWERS: list[tuple[str, dict[str, object], dict[str, object]]] = [
    (
        "BootNotification",
        boot_notification.answer(Registration.PENDING, NOW, 300),
        {"status": "Pending", "currentTime": "2026-03-01T12:00:00.000Z", "interval": 300},
    ),
    ("Heartbeat", heartbeat.answer(NOW), {"currentTime": "2026-03-01T12:00:00.000Z"}),
    (
        "Authorize",
        authorize.answer(TAG_INFO),
        {
            "idTagInfo": {
                "status": "Accepted",
                "expiryDate": "2026-03-01T12:00:00.000Z",
                "parentIdTag": "PARENT",
            }
        },
    ),
    (
        "StartTransaction",
        start_transaction.answer(
            TransactionId(9), replace(TAG_INFO, expires_at=None, parent_id_tag=None)
        ),
        {"transactionId": 9, "idTagInfo": {"status": "Accepted"}},
    ),
    ("StopTransaction", stop_transaction.answer(None), {}),
    (
        "StopTransaction",
        stop_transaction.answer(IdTagInfo(AuthorizationStatus.CONCURRENT_TX)),
        {"idTagInfo": {"status": "ConcurrentTx"}},
    ),
    (
        "DataTransfer",
        data_transfer.answer(data_transfer.DataTransferStatus.UNKNOWN_VENDOR_ID),
        {"status": "UnknownVendorId"},
    ),
    (
        "DataTransfer",
        data_transfer.answer(data_transfer.DataTransferStatus.ACCEPTED, "x"),
        {"status": "Accepted", "data": "x"},
    ),
    ("SignCertificate", sign_certificate.answer(accepted=False), {"status": "Rejected"}),
    ("SignCertificate", sign_certificate.answer(accepted=True), {"status": "Accepted"}),
    ("MeterValues", meter_values.answer(), {}),
    ("StatusNotification", status_notification.answer(), {}),
    ("SecurityEventNotification", security_event_notification.answer(), {}),
    ("LogStatusNotification", log_status_notification.answer(), {}),
    ("FirmwareStatusNotification", firmware_status_notification.answer(), {}),
    ("DiagnosticsStatusNotification", diagnostics_status_notification.answer(), {}),
    ("SignedFirmwareStatusNotification", signed_firmware_status_notification.answer(), {}),
]


@pytest.mark.parametrize(("action", "answer", "payload"), ANSWERS)
def test_an_answer_fits_its_schema(
    action: str, answer: dict[str, object], payload: dict[str, object]
) -> None:
    assert answer == payload
    sent.RESULTS[action](answer)


def test_every_action_is_answered() -> None:
    assert {action for action, _, _ in ANSWERS} == set(ACTIONS)
