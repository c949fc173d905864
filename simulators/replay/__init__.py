"""Replays logged OCPP traffic against the product, and says what it would have answered and billed.

traffic      the format of the log
world        what the log's chargers, tags and drivers look like here
player       the log's frames, in the log's time, through the real functions
verdict      what is answered and billed now, against what was then
"""
