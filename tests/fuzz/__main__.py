"""`python -m tests.fuzz`: fuzz each target for its share of the time, guided by coverage.

Begins from the transcripts and from tests/data/fuzz. An input that breaks a promise is written to
the folder of finds, from where it belongs into a list of tests/data/fuzz, with its fix.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parents[2]
KNOWN = ROOT / "tests/data/fuzz"
TRANSCRIPTS = ROOT / "tests/data/transcripts"
WORK = ROOT / ".cache/fuzz"
LONGEST = 2_000
"""Bytes of an input: more would be slow, and finds nothing that these do not."""
NAMES = ("answer", "frame", "handshake", "request", "timestamp")


def main() -> int:
    """0 when no promise was broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=60, help="for all targets together")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--target", choices=NAMES, action="append", default=[])
    parser.add_argument("--alone", choices=NAMES, help="fuzz in this process")
    arguments, passed_on = parser.parse_known_args()
    if arguments.alone:
        return _fuzz(arguments.alone, passed_on)
    names = arguments.target or NAMES
    failed = [
        name
        for name in names
        if not _in_a_process(name, max(1, arguments.seconds // len(names)), arguments.seed)
    ]
    for name in failed:
        sys.stdout.write(f"{name}: broken, see {WORK / 'finds'}\n")
    return 1 if failed else 0


def _in_a_process(name: str, seconds: int, seed: int) -> bool:
    corpus, finds = WORK / "corpus" / name, WORK / "finds"
    for folder in (corpus, finds):
        folder.mkdir(parents=True, exist_ok=True)
    for seeded in beginnings(name):
        (corpus / sha256(seeded).hexdigest()[:16]).write_bytes(seeded)
    command = [sys.executable, "-m", "tests.fuzz", "--alone", name, str(corpus)]
    command += [f"-max_total_time={seconds}", f"-seed={seed}", f"-max_len={LONGEST}"]
    command += [f"-artifact_prefix={finds}/{name}-", "-print_final_stats=1", "-verbosity=0"]
    done = subprocess.run(command, cwd=ROOT, check=False, stderr=subprocess.PIPE, text=True)
    runs = [line for line in done.stderr.splitlines() if "number_of_executed_units" in line]
    size = len(list(corpus.iterdir()))
    sys.stdout.write(f"{name}: {' '.join(runs) or 'did not run'}, {size} inputs that differ\n")
    if done.returncode:
        sys.stdout.write(done.stderr[-3000:] + "\n")
    return done.returncode == 0


def beginnings(name: str) -> Iterator[bytes]:
    """Inputs from which mutation starts: what was found before, and what chargers send.

    Lists of tests/data/fuzz hold bytes as the characters of their numbers (Latin-1).
    """
    known = json.loads((KNOWN / f"{name}.json").read_text(encoding="utf-8"))
    yield from (text.encode("latin-1") for text in known)
    if name == "handshake":
        yield b"/ocpp/RDAM%20123\nocpp2.0.1, ocpp1.6\nBasic UkRBTSAxMjM6cGFzcw=="
    for path in sorted(TRANSCRIPTS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            frame = json.loads(line).get("frame")
            if isinstance(frame, list):
                yield from _input(name, frame)


def _input(name: str, frame: list[object]) -> Iterator[bytes]:
    match name, frame[0], frame[-1]:
        case "frame", _, _:
            yield json.dumps(frame).encode()
        case ("request", 2, {}) | ("answer", 3, {}):
            yield b"\x00" + json.dumps(frame[-1]).encode()
        case "timestamp", 2, {"timestamp": str(text)}:
            yield text.encode()


def _fuzz(name: str, arguments: list[str]) -> int:
    import atheris  # noqa: PLC0415 - needed by who fuzzes alone

    import csms  # noqa: PLC0415 - see below

    # The package's modules run at their first use, past who would instrument them.
    sys.meta_path[:] = [one for one in sys.meta_path if type(one).__module__ != csms.__name__]
    with atheris.instrument_imports(include=["csms.ocpp16", "csms.domain"]):
        from tests.fuzz.targets import TARGETS  # noqa: PLC0415 - instrumented as it is imported

    atheris.Setup([f"fuzz-{name}", *arguments], TARGETS[name])
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
