"""Bad days: power, lines, answers and clocks that fail."""

from simulators.charge_point.face import TimestampStyle
from simulators.charge_point.profile import AfterPowerLoss, Profile
from simulators.charge_point.scenario import Scenario
from simulators.charge_point.steps import (
    AwaitDelivery,
    AwaitStatus,
    Boot,
    BreakLine,
    DropConnection,
    ExpectBacklog,
    LoseAnswers,
    LosePower,
    MendLine,
    PlugIn,
    PresentTag,
    SetClock,
    Step,
    Unplug,
    Wait,
    WriteTime,
)

_IMPATIENT = Profile(response_timeout_s=2.0)

POWER_LOSS = Scenario(
    name="power-loss",
    shows="the power fails while charging; after the reboot the transaction is stopped",
    steps=(
        Boot(),
        PresentTag(),
        PlugIn(),
        Wait(1800),
        LosePower(),
        Wait(600),
        Boot(),
        AwaitDelivery(),
        AwaitStatus("Finishing"),
        Unplug(),
        AwaitStatus("Available"),
    ),
)

POWER_LOSS_RESUMED = Scenario(
    name="power-loss-resumed",
    shows="the power fails while charging; after the reboot the same transaction goes on",
    profile=Profile(after_power_loss=AfterPowerLoss.RESUME),
    steps=(
        Boot(),
        PresentTag(),
        PlugIn(),
        Wait(1800),
        LosePower(),
        Wait(600),
        Boot(),
        AwaitStatus("Charging"),
        Wait(1800),
        PresentTag(),
        AwaitDelivery(),
        Unplug(),
        AwaitStatus("Available"),
    ),
)

OFFLINE_BACKLOG = Scenario(
    name="offline-backlog",
    shows="a whole session and the start of another without a line, delivered in order afterwards",
    steps=(
        Boot(),
        PresentTag(),
        PlugIn(),
        Wait(1200),
        PresentTag(),
        AwaitDelivery(),
        Unplug(),
        BreakLine(),
        Wait(60),
        PresentTag(),
        PlugIn(),
        Wait(1800),
        PresentTag(),
        Wait(60),
        Unplug(),
        Wait(60),
        PresentTag(),
        PlugIn(),
        Wait(900),
        ExpectBacklog(at_least=3),
        MendLine(),
        AwaitDelivery(),
        Wait(600),
        PresentTag(),
        AwaitDelivery(),
        Unplug(),
        AwaitStatus("Available"),
    ),
)

LOST_ANSWERS = Scenario(
    name="lost-answers",
    shows="answers to start, readings and stop get lost: the charger repeats each message",
    profile=_IMPATIENT,
    settings={"TransactionMessageRetryInterval": "10"},
    steps=(
        Boot(),
        PresentTag(),
        LoseAnswers("StartTransaction", 2),
        PlugIn(),
        Wait(600),
        LoseAnswers("MeterValues", 1),
        Wait(900),
        LoseAnswers("StopTransaction", 2),
        PresentTag(),
        AwaitDelivery(),
        Unplug(),
        AwaitStatus("Available"),
    ),
)

RECONNECTS = Scenario(
    name="reconnects",
    shows="the connection drops again and again while charging, without a boot in between",
    steps=(
        Boot(),
        PresentTag(),
        PlugIn(),
        Wait(600),
        DropConnection(),
        Wait(600),
        DropConnection(),
        Wait(600),
        PresentTag(),
        DropConnection(),
        AwaitDelivery(),
        Unplug(),
        AwaitStatus("Available"),
    ),
)

BOOTS_ON_RECONNECT = Scenario(
    name="boots-on-reconnect",
    shows="firmware that sends BootNotification on every reconnect: no proof of a reboot",
    profile=Profile(boots_on_every_reconnect=True),
    steps=RECONNECTS.steps,
)


def _session_with(*before: Step) -> tuple[Step, ...]:
    return (
        Boot(),
        *before,
        PresentTag(),
        PlugIn(),
        Wait(1800),
        PresentTag(),
        AwaitDelivery(),
        Unplug(),
        AwaitStatus("Available"),
    )


CLOCK_1970 = Scenario(
    name="clock-1970",
    shows="a charger that lost its time",
    steps=_session_with(SetClock("1970-01-01T00:00:10+00:00")),
)

CLOCK_FUTURE = Scenario(
    name="clock-future",
    shows="a charger many years ahead",
    steps=_session_with(SetClock("2037-12-31T23:40:00+00:00")),
)

CLOCK_LOCAL = Scenario(
    name="clock-local",
    shows="local time without a zone, one hour ahead of what is assumed",
    steps=_session_with(WriteTime(TimestampStyle.LOCAL_WITHOUT_ZONE)),
)

CLOCK_SHORT_OFFSET = Scenario(
    name="clock-short-offset",
    shows="offsets written as +01",
    steps=_session_with(WriteTime(TimestampStyle.SHORT_OFFSET)),
)

FAULTS = (
    POWER_LOSS,
    POWER_LOSS_RESUMED,
    OFFLINE_BACKLOG,
    LOST_ANSWERS,
    RECONNECTS,
    BOOTS_ON_RECONNECT,
    CLOCK_1970,
    CLOCK_FUTURE,
    CLOCK_LOCAL,
    CLOCK_SHORT_OFFSET,
)
