"""Ordinary days: sessions as drivers and operators know them."""

from simulators.charge_point.scenario import Scenario
from simulators.charge_point.steps import (
    AwaitCommand,
    AwaitDelivery,
    AwaitStatus,
    Boot,
    CarGoesOn,
    CarPauses,
    PlugIn,
    PresentTag,
    Unplug,
    Wait,
)

FULL_SESSION = Scenario(
    name="full-session",
    shows="boot, tag, plug, an hour at 11 kW, tag again, unplug",
    steps=(
        Boot(),
        Wait(5),
        PresentTag(),
        Wait(10),
        PlugIn(),
        Wait(3600),
        PresentTag(),
        AwaitDelivery(),
        Wait(30),
        Unplug(),
        AwaitStatus("Available"),
    ),
)

PLUG_IN_FIRST = Scenario(
    name="plug-in-first",
    shows="the cable before the tag, a car that pauses, and the end by unplugging",
    steps=(
        Boot(),
        PlugIn(power_w=7_400),
        Wait(20),
        PresentTag(),
        Wait(900),
        CarPauses(),
        Wait(600),
        CarGoesOn(),
        Wait(900),
        Unplug(),
        AwaitDelivery(),
        AwaitStatus("Available"),
    ),
)

NEVER_PLUGGED = Scenario(
    name="connection-time-out",
    shows="a tag without a cable: the usage ends after ConnectionTimeOut",
    steps=(Boot(), PresentTag(), AwaitStatus("Preparing"), Wait(90), AwaitStatus("Available")),
)

REMOTE_SESSION = Scenario(
    name="remote-session",
    shows="waits for RemoteStartTransaction, charges half an hour, waits for RemoteStopTransaction",
    steps=(
        Boot(),
        PlugIn(),
        AwaitCommand("RemoteStartTransaction"),
        AwaitStatus("Charging"),
        Wait(1800),
        AwaitCommand("RemoteStopTransaction"),
        AwaitStatus("Finishing"),
        AwaitDelivery(),
        Unplug(),
        AwaitStatus("Available"),
    ),
)

CHANGE_AVAILABILITY = Scenario(
    name="change-availability",
    shows="waits for ChangeAvailability while charging: scheduled, felt after the end, then back",
    steps=(
        Boot(),
        PresentTag(),
        PlugIn(),
        Wait(600),
        AwaitCommand("ChangeAvailability"),
        AwaitStatus("Charging"),
        PresentTag(),
        AwaitDelivery(),
        Unplug(),
        AwaitStatus("Unavailable"),
        AwaitCommand("ChangeAvailability"),
        AwaitStatus("Available"),
    ),
)

SESSIONS = (FULL_SESSION, PLUG_IN_FIRST, NEVER_PLUGGED, REMOTE_SESSION, CHANGE_AVAILABILITY)
