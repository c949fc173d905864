"""A charging station management system for OCPP 1.6-J.

A module of this package runs when something of it is used for the first time, not when it is
imported (decision 13): `from csms.services.charging import starts` costs nothing until the first
`starts.start(…)`. A function that faces chargers therefore loads what the frames at hand need.
"""

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import LazyLoader
from types import CodeType, ModuleType
from typing import Any


class _OnUse(LazyLoader):
    """Runs a module at its first use; `python -m` asks for the code instead."""

    def __init__(self, loader: Loader) -> None:
        super().__init__(loader)
        self._loader: Any = loader

    def get_code(self, name: str) -> CodeType | None:
        """The module's code."""
        code: CodeType | None = self._loader.get_code(name)
        return code


class _Made(Loader):
    """Hands over a module that its package made while the package itself began to be used."""

    def __init__(self, module: ModuleType) -> None:
        self._module = module

    def create_module(self, _spec: ModuleSpec) -> ModuleType:
        """The one that is there: a second would not be the one that the package knows."""
        return self._module

    def exec_module(self, _module: ModuleType) -> None:
        """It has run."""


class _Modules(MetaPathFinder):
    """Finds the modules of this package where the path says."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module's spec, with a loader that waits; None for what is not of this package."""
        if not fullname.startswith(f"{__name__}."):
            return None
        made = sys.modules.get(fullname)
        if made is not None and target is None:
            return ModuleSpec(fullname, _Made(made))
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = _OnUse(spec.loader)
        return spec


sys.meta_path.insert(0, _Modules())
