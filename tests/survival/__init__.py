"""The one-machine system under load, while its parts are killed, paused, cut off and slowed.

`make faults SEED= SECONDS=` runs it. The seed decides what happens when; what the load meets in
that moment is up to the machine.

proxy        a wire to the gateway, the database, the identity provider or the object store: whole,
             slow, deaf, still or cut
part         the identity provider and the object store, each as a process of its own
machine      the system with these beside it, and what can be done to each part; the gateway is one
             process with the scheduler
load         chargers that repeat what was not answered
operator     who asks them for things, tops up wallets, and has files written and read
havoc        the schedule of faults that a seed makes
invariants   what must hold afterwards
shrinking    the smallest log that still shows a failure
"""
