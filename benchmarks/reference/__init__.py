"""An always-on charging station management system to compare with: python-ocpp on PostgreSQL.

It is written for the benchmark, to be as fast as such a system honestly can be: one process without
hand-over, prepared statements, a pool, one database transaction per message, validation inline, no
logging. It keeps what ours keeps: who is connected, connectors in the order of the charger's clock,
transactions found again by their natural key, meter values, a hold on the driver's wallet, the
bill, the ledger, the station's day, a timeline, and every exchange. What ours does besides, such as
findings, commands, reviews and retries, it leaves out, which is to its advantage.
"""
