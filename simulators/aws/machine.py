"""What this machine is called: ports, files, secrets, and the environments of the functions."""

from __future__ import annotations

import os
import secrets
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from simulators.aws.certificate_authority import kept_authority
from simulators.aws.intrinsics import PSEUDO_PARAMETERS, REGION
from simulators.aws.resources import Function, Template
from simulators.aws.template import load_template

ROOT = Path(__file__).parents[2]
IDENTITY_PREFIX = "/_identity"
AUDIENCE = "csms"
WILDCARDS = ("0.0.0.0", "::")  # noqa: S104 - compared, not bound
# With an engine elsewhere its owner's credentials are wanted; otherwise nobody's are touched.
CREDENTIALS = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN")


@dataclass(frozen=True, slots=True)
class Machine:
    """Where things are on this machine.

    host: the address that the port listens on. engine_url: an engine that somebody else
    runs; empty if the launcher starts its own. store_url: the same for the object store.
    """

    host: str
    port: int
    folder: Path
    template_path: Path
    parameters: Mapping[str, str]
    engine_url: str
    store_url: str = ""

    @property
    def url(self) -> str:
        """The address of everything, as this machine's own processes reach it."""
        host = "127.0.0.1" if self.host in WILDCARDS else self.host
        return f"http://[{host}]:{self.port}" if ":" in host else f"http://{host}:{self.port}"

    @property
    def outward_url(self) -> str:
        """The address of everything, as chargers reach it: of this machine, not of loopback."""
        is_open = self.host in WILDCARDS
        return f"http://{outward_host()}:{self.port}" if is_open else self.url

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can connect."""
        return self.host in ("127.0.0.1", "localhost", "::1")

    @property
    def issuer(self) -> str:
        """The identity provider of this machine."""
        return self.url + IDENTITY_PREFIX


def outward_host(towards: str = "192.0.2.1") -> str:
    """The address that this machine has in the network; loopback where there is none.

    towards: an address that no network has, so that the way there is the way out. Nothing is sent.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((towards, 9))
        except OSError:
            return "127.0.0.1"
        host: str = probe.getsockname()[0]
        return host


def read_template(machine: Machine) -> Template:
    """The template with this machine's values for the parameters that it has."""
    authority = kept_authority(machine.folder / "certificate-authority")
    values = {
        "CertificateAuthorityKey": authority.key,
        "CertificateAuthorityCertificate": authority.certificate,
        "OriginSecret": kept_secret(machine.folder / "origin-secret"),
        "SigningSecret": kept_secret(machine.folder / "signing-secret"),
        "FilesSecret": kept_secret(machine.folder / "files-secret"),
        "DirectDoor": "on",
        "WebOrigins": f"{machine.url},http://localhost:{machine.port}",
    }
    if machine.is_loopback:
        values |= {
            "SignInIssuer": machine.issuer,
            "SignInJwksUrl": f"{machine.issuer}/jwks.json",
            "SignInAudience": AUDIENCE,
        }
    return load_template(machine.template_path, machine.parameters, values)


def kept_secret(path: Path) -> str:
    """A random secret that stays the same for this data folder."""
    if not path.exists():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(32))
    return path.read_text()


def access_key(machine: Machine) -> str:
    """What the functions sign their calls to this machine with."""
    if machine.engine_url and "AWS_ACCESS_KEY_ID" in os.environ:
        return os.environ["AWS_ACCESS_KEY_ID"]
    return kept_secret(machine.folder / "access-key")


def function_environment(
    machine: Machine, template: Template, function: Function, engine_url: str
) -> dict[str, str]:
    """Exactly what the template gives the function, and what Lambda itself adds."""
    names = _names_in_the_cloud(machine, template)
    environment = {key: _replace(value, names) for key, value in function.environment.items()}
    runtime = _runtime_variables(function, machine.template_path.parent)
    return {**environment, **runtime, **_aws_variables(machine, engine_url)}


def _runtime_variables(function: Function, root: Path) -> dict[str, str]:
    """root: the folder that the template's code is relative to."""
    paths = dict.fromkeys((str(root / "shared"), str(root), str(ROOT)))
    return {
        "AWS_EXECUTION_ENV": "AWS_Lambda_python3.13",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(function.memory_mb),
        "AWS_LAMBDA_FUNCTION_NAME": function.name,
        "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
        "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
        "AWS_LAMBDA_LOG_GROUP_NAME": f"/aws/lambda/{function.name}",
        "AWS_LAMBDA_LOG_STREAM_NAME": "one-machine",
        "LAMBDA_TASK_ROOT": str(root),
        "LANG": "C.UTF-8",
        "PATH": os.environ.get("PATH", os.defpath),
        "PYTHONPATH": os.pathsep.join(paths),
        "TZ": ":UTC",
        "_HANDLER": function.handler,
    }


def _aws_variables(machine: Machine, engine_url: str) -> dict[str, str]:
    """Send every call to this machine; a call to a service that it lacks ends in a 404."""
    variables = {
        "AWS_ACCESS_KEY_ID": access_key(machine),
        "AWS_SECRET_ACCESS_KEY": "simulated",
        "AWS_REGION": REGION,
        "AWS_DEFAULT_REGION": REGION,
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_ENDPOINT_URL": machine.url,
        "AWS_ENDPOINT_URL_DYNAMODB": engine_url,
        "AWS_ENDPOINT_URL_S3": machine.store_url or machine.url,
    }
    if machine.engine_url:
        wanted = (*CREDENTIALS, "AWS_REGION", "AWS_DEFAULT_REGION")
        variables |= {name: os.environ[name] for name in wanted if name in os.environ}
    return variables


def _names_in_the_cloud(machine: Machine, template: Template) -> dict[str, str]:
    """Addresses that the template makes up for a deployment → addresses on this machine."""
    if template.websocket is None:
        return {}
    suffix = PSEUDO_PARAMETERS["AWS::URLSuffix"]
    execute_api = f"{template.websocket.logical_id}.execute-api.{REGION}.{suffix}"
    return {
        f"https://{execute_api}": machine.url,
        f"wss://{execute_api}": machine.url.replace("http:", "ws:"),
        **{
            f"{scheme}s://{distribution}.DomainName": machine.outward_url.replace(
                "http:", f"{scheme}:"
            )
            for distribution in template.distributions
            for scheme in ("ws", "http")
        },
    }


def _replace(value: str, names: Mapping[str, str]) -> str:
    for name, here in names.items():
        value = value.replace(name, here)
    return value
