"""A crowd of chargers needs more sockets than a shell allows."""

import resource
import subprocess
import sys

SCRIPT = """
import resource
from simulators.aws.server import allow_open_files
resource.setrlimit(resource.RLIMIT_NOFILE, (128, {hard}))
allow_open_files()
print(resource.getrlimit(resource.RLIMIT_NOFILE)[0])
"""


def limit_under(hard: int) -> int:
    """What a process may open afterwards that began with 128 and may go up to `hard`."""
    command = [sys.executable, "-c", SCRIPT.format(hard=hard)]
    return int(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def test_a_process_may_open_as_much_as_it_is_allowed_at_most() -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    assert hard == resource.RLIM_INFINITY or hard > 1000
    assert limit_under(1000) == 1000
    assert limit_under(hard) > 1000
