"""Where a transfer stands: by what the charger told, and by what became of the command."""

from datetime import UTC, datetime, timedelta

import pytest

from csms.domain.charger_page import ProgressEntry
from csms.domain.command import Command, CommandState
from csms.domain.firmware import Firmware, FirmwareState
from csms.domain.ids import ChargerId, CommandId, FirmwareId, UserId
from csms.domain.transfer import last_status, state_of

ASKED = datetime(2026, 3, 1, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def command(state: CommandState, answered_at: datetime | None = None) -> Command:
    return Command(
        charger_id=ChargerId("cp-1"),
        command_id=CommandId("c-1"),
        action="UpdateFirmware",
        payload={},
        state=state,
        requested_by="operator",
        requested_at=ASKED,
        expires_at=ASKED + timedelta(days=1),
        due_at=None,
        answered_at=answered_at,
    )


def state(
    told: str | None,
    asked: CommandState = CommandState.ACCEPTED,
    *,
    after: timedelta = MINUTE,
    begins_in: timedelta = timedelta(0),
) -> str:
    """Where a transfer stands, `after` the last status, or the answer where there is none."""
    entry = None if told is None else ProgressEntry(told, ASKED)
    begins_at = ASKED + begins_in
    return state_of(begins_at, entry, command(asked, ASKED), ASKED + after)


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("Downloading", "running"),
        ("Downloaded", "running"),
        ("InstallRebooting", "running"),
        ("SignatureVerified", "running"),
        ("AWordOfItsOwn", "running"),
        ("Uploading", "running"),
        ("Installed", "succeeded"),
        ("Uploaded", "succeeded"),
        ("DownloadFailed", "failed"),
        ("InstallationFailed", "failed"),
        ("InstallVerificationFailed", "failed"),
        ("InvalidSignature", "failed"),
        ("UploadFailed", "failed"),
        ("UploadFailure", "failed"),
        ("PermissionDenied", "failed"),
    ],
)
def test_the_last_status_says_where_it_stands(told: str, wanted: str) -> None:
    assert state(told) == wanted
    assert state(told, CommandState.TIMED_OUT) == wanted


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        (CommandState.QUEUED, "asked"),
        (CommandState.SENT, "asked"),
        (CommandState.IN_DOUBT, "asked"),
        (CommandState.ACCEPTED, "running"),
        (CommandState.REJECTED, "refused"),
        (CommandState.NOT_SUPPORTED, "refused"),
        (CommandState.TIMED_OUT, "refused"),
        (CommandState.EXPIRED, "refused"),
    ],
)
def test_without_a_status_the_command_says_it(asked: CommandState, wanted: str) -> None:
    assert state(None, asked) == wanted


def test_a_command_that_is_not_kept_was_refused() -> None:
    assert state_of(ASKED, None, None, ASKED) == "refused"


@pytest.mark.parametrize(
    ("told", "patience"),
    [
        (None, timedelta(hours=1)),
        ("Downloading", timedelta(hours=1)),
        ("InstallScheduled", timedelta(hours=24)),
        ("DownloadPaused", timedelta(hours=24)),
    ],
)
def test_silence_beyond_patience_is_stuck(told: str | None, patience: timedelta) -> None:
    assert state(told, after=patience) == "running"
    assert state(told, after=patience + MINUTE) == "stuck"
    assert state("Installed", after=patience + MINUTE) == "succeeded"


def test_nothing_is_stuck_before_it_may_begin() -> None:
    week = timedelta(days=7)
    assert state(None, begins_in=week, after=week + MINUTE) == "running"
    assert state(None, begins_in=week, after=week + 61 * MINUTE) == "stuck"


def test_only_statuses_since_it_was_asked_for_belong_to_it() -> None:
    newest_first = [
        ProgressEntry("Idle", ASKED + 3 * MINUTE),
        ProgressEntry("Downloading", ASKED + 2 * MINUTE),
        ProgressEntry("Installed", ASKED - MINUTE),
    ]
    assert last_status(newest_first, ASKED) == newest_first[1]
    assert last_status(newest_first[2:], ASKED) is None
    assert last_status([], ASKED) is None


@pytest.mark.parametrize(
    ("for_vendor", "for_model", "fits"),
    [
        ("", "", True),
        ("ACME", "fast", True),
        ("Acme", "", True),
        ("Acme", "Slow", False),
        ("Other", "Fast", False),
        ("Other", "", False),
    ],
)
def test_firmware_is_for_a_model(for_vendor: str, for_model: str, fits: bool) -> None:  # noqa: FBT001 - a table
    image = Firmware(
        firmware_id=FirmwareId("f1"),
        label="Next",
        vendor=for_vendor,
        model=for_model,
        version="1.1",
        file_name="next.bin",
        state=FirmwareState.AVAILABLE,
        created_by=UserId("operator"),
        created_at=ASKED,
    )
    assert image.fits("Acme", "Fast") is fits
    assert image.fits(None, None)
    assert image.key == "firmware/f1/next.bin"
