"""What python-ocpp knows of OCPP 1.6 as a whole; few messages need to ask."""

from typing import Final

from ocpp.v16.enums import Action

ACTIONS: Final = frozenset(action.value for action in Action)
"""All actions of OCPP 1.6 and its security extension, from either side."""
