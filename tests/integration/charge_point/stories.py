"""Short beginnings that several tests share."""

from simulators.charge_point.assembly import Simulation
from simulators.charge_point.player import Player
from simulators.charge_point.steps import Boot, PlugIn, PresentTag, Step, Wait


async def play(simulation: Simulation, *steps: Step, tag: str = "TAG") -> None:
    """Do some steps."""
    player = Player(simulation, tag)
    for step in steps:
        await player.do(step)


async def booted(simulation: Simulation) -> Simulation:
    """A charger that is registered and idle."""
    await play(simulation, Boot(), Wait(1))
    return simulation


async def charging(simulation: Simulation, seconds: int = 60) -> Simulation:
    """A charger that has been charging on connector 1."""
    await play(simulation, Boot(), PresentTag(), PlugIn(), Wait(seconds))
    return simulation
