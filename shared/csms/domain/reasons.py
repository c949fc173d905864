"""Why something is refused, as stable words, of which clients make texts in other languages.

A word never changes its meaning, and none is taken away while clients may know it.
"""

from typing import Literal

type Reason = Literal[
    # of everything that people edit
    "changed-meanwhile",
    "exists",
    # of people
    "deactivated",
    "deleted",
    "role",
    "self",
    "signature",
    # of chargers and what they are asked
    "chain-too-long",
    "charger-disabled",
    "charger-pending",
    "connector-needed",
    "connector-reserved",
    "cpo-name-missing",
    "ends-transaction",
    "key-pending",
    "list-too-long",
    "profile-not-higher",
    "queue-full",
    "read-only",
    "secret-key",
    "stack-level-too-high",
    "too-many-keys",
    "too-many-periods",
    "transfer-not-offered",
    "unit-not-offered",
    # of firmware
    "firmware-available",
    "firmware-awaited",
    "firmware-damaged",
    "firmware-in-use",
    "firmware-of-another-model",
    "firmware-withdrawn",
    # of stations and tariffs
    "has_chargers",
    "tariff-just-chosen",
    "tariff_ended",
    "tariff_in_use",
    # of transactions and charging sessions
    "not_billable",
    "not_billed",
    "not_cancellable",
    "not_correctable",
    "not_held",
    "not_running",
    "not_unbilled",
    "session-over",
    "transaction_running",
    # of money
    "cards_off",
    "currency",
    "insufficient_funds",
    "more_than_paid",
    "not_theirs",
    "open_bill",
    "payment",
    "too_many_rows",
]
"""In answers of the API, as `reason` of a problem."""

type CertificateReason = Literal[
    "another-charger",
    "authority-expired",
    "expired",
    "no-authority",
    "no-operator-name",
    "no-serial-number",
    "unproven",
    "unreadable",
    "weak-key",
]
"""Why no certificate is issued: kept with the request for it, and never an answer of the API."""
