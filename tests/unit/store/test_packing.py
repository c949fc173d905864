"""What is packed comes back as it was, whoever packed it."""

import json
import zlib

from hypothesis import given
from hypothesis import strategies as st

from csms.store.packing import pack, unpack

FRAME = json.dumps([2, "1", "MeterValues", {"meterValue": [{"value": "16.0", "phase": "L1"}] * 20}])


@given(st.text())
def test_what_is_packed_comes_back(text: str) -> None:
    assert unpack(pack(text)) == text


def test_a_frame_becomes_a_fraction_of_itself() -> None:
    assert len(pack(FRAME)) < len(FRAME) / 5


def test_rows_that_were_packed_with_another_window_can_be_read() -> None:
    assert unpack(zlib.compress(FRAME.encode(), 6)) == FRAME
