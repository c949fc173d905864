"""`python -m deployment.deploy ENVIRONMENT [ARGUMENTS of sam deploy]`: builds and deploys a stack.

Asks AWS first whose account it is and whether the stack is there, so that what is wrong shows
before the build. The first deploy makes the three secrets that a stack must have; CloudFormation
keeps them, and later deploys need not know them.
"""

import secrets
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import boto3
from botocore.exceptions import BotoCoreError, ClientError

ROOT: Final = Path(__file__).parents[1]
SECRETS: Final = ("SigningSecret", "FilesSecret", "OriginSecret")
SECRET_BYTES: Final = 32
OVERRIDES: Final = "--parameter-overrides"
NO_CREDENTIALS: Final = """\
There are no credentials of AWS, or they have ended: {problem}
Name a profile (AWS_PROFILE=…; `aws configure` or `aws sso login` makes one), or set
AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. Then: make deploy ENV={environment}"""
BROKEN: Final = """\
{stack} is {status}: its creation failed, and it can only be deleted. Its tables are empty but
protected; docs/operations.md says under "Deploy" how they are removed. Then try again."""

type Clients = Callable[[str], Any]
"""Makes a client of a service of AWS."""


class Refused(Exception):
    """It cannot be deployed like this; says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is deployed where. made: secrets that the stack does not have yet."""

    stack: str
    account: str
    parameters: str
    made: Sequence[str]


def main(arguments: Sequence[str]) -> int:
    """Deploy; the exit status is that of what failed, 2 when nothing was tried."""
    environment, *rest = arguments
    session = boto3.Session()
    try:
        config = _config(environment, (ROOT / "samconfig.toml").read_text(encoding="utf-8"))
        plan = make_plan(environment, config, session.client)  # type: ignore[arg-type] # overloaded
        command = command_of(environment, plan, rest)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 2
    region = config.get("region", session.region_name)
    print(f"{plan.stack} goes to {region} (AWS_DEFAULT_REGION) of account {plan.account}")
    if plan.made:
        print(f"its first deploy makes {', '.join(plan.made)}; the stack keeps them")
    built = subprocess.run(["make", "build"], cwd=ROOT, check=False)  # noqa: S607 - it started this
    if built.returncode:
        return built.returncode
    return subprocess.run([ROOT / ".venv/bin/sam", *command], cwd=ROOT, check=False).returncode


def _config(environment: str, text: str) -> Mapping[str, Any]:
    """What samconfig.toml says of `sam deploy` in an environment."""
    sections = {name: part for name, part in tomllib.loads(text).items() if isinstance(part, dict)}
    known = {name: part["deploy"] for name, part in sections.items() if "deploy" in part}
    if environment not in known:
        raise Refused(f"samconfig.toml knows no ENV={environment}, only: {' '.join(known)}")
    parameters: Mapping[str, Any] = known[environment]["parameters"]
    return parameters


def make_plan(environment: str, config: Mapping[str, Any], client: Clients) -> Plan:
    """Ask AWS what is there. Raises Refused."""
    stack, given = config["stack_name"], config.get("parameter_overrides", "")
    try:
        account = client("sts").get_caller_identity()["Account"]
        is_new = _is_new(stack, client("cloudformation"))
    except (BotoCoreError, ClientError) as error:
        refusal = NO_CREDENTIALS.format(problem=error, environment=environment)
        raise Refused(refusal) from error
    named = {one.partition("=")[0] for one in shlex.split(given)}
    made = [name for name in SECRETS if name not in named] if is_new else []
    values = [f"{name}={secrets.token_hex(SECRET_BYTES)}" for name in made]
    return Plan(stack, account, " ".join([given, *values]), made)


def _is_new(stack: str, formation: Any) -> bool:  # noqa: ANN401 - boto3's clients have no type
    try:
        (found,) = formation.describe_stacks(StackName=stack)["Stacks"]
    except ClientError as error:
        if "does not exist" in str(error):
            return True
        raise
    status = found["StackStatus"]
    if status.startswith("ROLLBACK_") or status == "CREATE_FAILED":
        raise Refused(BROKEN.format(stack=stack, status=status))
    # A change set that was made and never carried out.
    return bool(status == "REVIEW_IN_PROGRESS")


def command_of(environment: str, plan: Plan, arguments: Sequence[str]) -> Sequence[str]:
    """The arguments of sam. Raises Refused for such as would take a first deploy's secrets away."""
    command = ["deploy", "--config-env", environment]
    if plan.made and OVERRIDES in arguments:
        raise Refused(
            f"{OVERRIDES} replaces what samconfig.toml says. For the first deploy write parameters "
            f"there, under [{environment}.deploy.parameters]."
        )
    if plan.made:
        command += [OVERRIDES, plan.parameters.strip()]
    return [*command, *arguments]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
