"""Two ways of doing the same work, timed side by side."""

import gc
import random
import time
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.report import Options, Table

LEAST_ROUNDS = 5
BATCH_S = 0.05


@dataclass(frozen=True, slots=True)
class Duel:
    """One comparison.

    ours, theirs: do the work so many times. at_most: how large our share of their CPU time may be;
    aim: how large it should be, where that is less.
    """

    suite: str
    name: str
    ours: Callable[[int], None]
    theirs: Callable[[int], None]
    against: str
    at_most: float
    aim: float | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """CPU time of one piece of work, all threads of this process, the least of all rounds.

    ours_kib, theirs_kib: what it allocates at its peak, over what there was before.
    """

    duel: Duel
    ours_us: tuple[float, ...]
    theirs_us: tuple[float, ...]
    ours_kib: float = 0.0
    theirs_kib: float = 0.0

    @property
    def share(self) -> float:
        """Our time as a share of theirs."""
        return min(self.ours_us) / min(self.theirs_us)

    @property
    def is_within(self) -> bool:
        """Whether the duty is kept."""
        return self.share <= self.duel.at_most


def run(
    duels: Sequence[Duel], *, rounds: int, seed: int, batch_s: float = BATCH_S
) -> list[Outcome]:
    """Time all duels, interleaved: each round takes them in another order and both sides in turn.

    Other work on the machine then hits both sides alike, and the least of the rounds is nearest
    to what the work itself costs.
    """
    order = random.Random(seed)  # noqa: S311 - an order to measure in, no secret
    gc.collect()
    gc.freeze()  # what is loaded by now is not looked through again before every batch
    counts = [(_count(duel.ours, batch_s), _count(duel.theirs, batch_s)) for duel in duels]
    ours: list[list[float]] = [[] for _ in duels]
    theirs: list[list[float]] = [[] for _ in duels]
    for _ in range(max(rounds, LEAST_ROUNDS)):
        for place in order.sample(range(len(duels)), len(duels)):
            duel, (our_count, their_count) = duels[place], counts[place]
            ours[place].append(_time_us(duel.ours, our_count))
            theirs[place].append(_time_us(duel.theirs, their_count))
    gc.unfreeze()
    return [
        Outcome(
            duel,
            tuple(ours[place]),
            tuple(theirs[place]),
            _peak_kib(duel.ours),
            _peak_kib(duel.theirs),
        )
        for place, duel in enumerate(duels)
    ]


def compare(suite: str, title: str, duels: Sequence[Duel], options: Options) -> Table:
    """Run duels and make a table of them."""
    options.say(f"{suite}: {len(duels)} duels, {max(options.rounds, LEAST_ROUNDS)} rounds")
    outcomes = run(duels, rounds=options.rounds, seed=options.seed, batch_s=options.batch_s)
    return Table(
        suite=suite,
        title=title,
        heading=("", "ours µs", "theirs µs", "share", "ours KiB", "theirs KiB", "against"),
        rows=[
            (
                outcome.duel.name,
                f"{min(outcome.ours_us):.1f}",
                f"{min(outcome.theirs_us):.1f}",
                f"{outcome.share:.3f}",
                f"{outcome.ours_kib:.1f}",
                f"{outcome.theirs_kib:.1f}",
                outcome.duel.against,
            )
            for outcome in outcomes
        ],
        notes=[
            f"CPU time, the least of {max(options.rounds, LEAST_ROUNDS)} interleaved rounds",
            "KiB: allocated at the peak of one piece of work",
        ],
        raw=[_facts(outcome) for outcome in outcomes],
        missed=[
            f"{outcome.duel.name}: share {outcome.share:.3f}, at most {outcome.duel.at_most:.2f}"
            for outcome in outcomes
            if not outcome.is_within
        ],
    )


def _facts(outcome: Outcome) -> dict[str, object]:
    return {
        "name": outcome.duel.name,
        "against": outcome.duel.against,
        "share": outcome.share,
        "at_most": outcome.duel.at_most,
        "aim": outcome.duel.aim,
        "ours_us": outcome.ours_us,
        "theirs_us": outcome.theirs_us,
        "ours_kib": outcome.ours_kib,
        "theirs_kib": outcome.theirs_kib,
    }


def _peak_kib(work: Callable[[int], None]) -> float:
    tracemalloc.start()
    try:
        work(1)  # what is made once and kept is not the work's
        tracemalloc.reset_peak()
        before, _ = tracemalloc.get_traced_memory()
        work(1)
        return (tracemalloc.get_traced_memory()[1] - before) / 1024
    finally:
        tracemalloc.stop()


def _count(work: Callable[[int], None], batch_s: float) -> int:
    """How often work is done in one batch; the first call also warms it up."""
    work(1)
    once_s = _time_us(work, 3) / 1e6
    return max(1, min(100_000, round(batch_s / max(once_s, 1e-7))))


def _time_us(work: Callable[[int], None], count: int) -> float:
    gc.collect()
    gc.disable()
    try:
        begin = time.process_time()
        work(count)
        return (time.process_time() - begin) / count * 1e6
    finally:
        gc.enable()
