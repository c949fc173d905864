"""Write the OpenAPI documents of both applications: `python -m csms.entrypoints.api.openapi`."""

import json
import sys
from pathlib import Path
from typing import Final

from csms.entrypoints.api.admin.app import app as admin
from csms.entrypoints.api.application import describe
from csms.entrypoints.api.user.app import app as user

FOLDER: Final = "docs/openapi"


def documents() -> dict[str, str]:
    """The documents by file name, as they are committed."""
    return {
        f"{name}.json": json.dumps(describe(app), indent=2, ensure_ascii=False) + "\n"
        for name, app in (("admin", admin), ("user", user))
    }


def main() -> None:
    """Write them into the folder that is the first argument, docs/openapi when there is none."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in documents().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
