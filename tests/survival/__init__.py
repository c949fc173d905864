"""The one-machine system under load, while its parts are killed, paused, cut off and slowed.

`make faults SEED= SECONDS=` runs it. The seed decides what happens when; what the load meets in
that moment is up to the machine.

proxy        the wire to the database: whole, slow, deaf or cut
machine      the system with its database, and what can be done to each part; the gateway is one
             process with the scheduler, the identity provider and the file door
load         chargers that repeat what was not answered, an operator, drivers who top up
havoc        the schedule of faults that a seed makes
invariants   what must hold afterwards
shrinking    the smallest log that still shows a failure
"""
