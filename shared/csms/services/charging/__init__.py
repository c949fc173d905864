"""Charging: tags, sessions, transactions and their readings, from the request to the end.

A frame is answered after one conditional write; what follows from it (the bill, the connector's
running transaction, the session's link) is settled afterwards, may be repeated, and is found again
by a deadline or by the next event when the process died before.
"""
