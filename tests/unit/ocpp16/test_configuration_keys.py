"""The keys that the specification names."""

from ocpp.v16.enums import ConfigurationKey

from csms.ocpp16.configuration_keys import MOST_KEYS, STANDARD_KEYS


def test_they_are_those_of_python_ocpp_and_one_more() -> None:
    named = {key.value for key in ConfigurationKey}
    assert set(STANDARD_KEYS) == named | {"SupportedFileTransferProtocols"}
    assert MOST_KEYS in STANDARD_KEYS


def test_each_is_named_once_in_order() -> None:
    assert list(STANDARD_KEYS) == sorted(set(STANDARD_KEYS), key=str.casefold)
