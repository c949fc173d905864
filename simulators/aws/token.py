"""`python -m simulators.aws.token`: prints a bearer token of the running system, for curl."""

from __future__ import annotations

import argparse
import http.client
import json
import sys
from urllib.parse import urlencode

from simulators.aws.machine import IDENTITY_PREFIX

ACCOUNT_OF_ROLE = {"admin": "admin", "user": "driver-1"}
TIMEOUT_S = 10


def fetch_token(port: int, form: dict[str, str]) -> str:
    """Ask the identity provider on the port. Raises OSError or ValueError."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT_S)
    try:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        connection.request("POST", f"{IDENTITY_PREFIX}/token", urlencode(form), headers)
        response = connection.getresponse()
        body = response.read().decode()
    finally:
        connection.close()
    if response.status != 200:
        raise ValueError(f"the identity provider answers {response.status}: {body}")
    token: str = json.loads(body)["access_token"]
    return token


def main() -> int:
    """Print a token of a demo account, or of any subject."""
    parser = argparse.ArgumentParser(prog="python -m simulators.aws.token", description=__doc__)
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--data", help="not needed: the running system has the key")
    parser.add_argument("--role", choices=sorted(ACCOUNT_OF_ROLE), default="admin")
    parser.add_argument("--subject", help="somebody else than the demo accounts")
    arguments = parser.parse_args()
    if arguments.subject:
        form = {"grant_type": "client_credentials", "client_id": arguments.subject}
        form["scope"] = arguments.role.upper()
    else:
        account = ACCOUNT_OF_ROLE[arguments.role]
        form = {"grant_type": "password", "username": account, "password": account}
    try:
        print(fetch_token(arguments.port, form))
    except OSError as error:
        print(
            f"no system answers on port {arguments.port} ({error.strerror or error}); "
            "start one with `make run`, with the same PORT",
            file=sys.stderr,
        )
        return 1
    except ValueError as error:
        print(f"no token from port {arguments.port}: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
