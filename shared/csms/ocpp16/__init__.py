"""OCPP 1.6-J as this product speaks it: frames, payloads, and what chargers make of them.

Pure: no input, no output, no clock, no store. The only user of python-ocpp.

frames      a text from the wire to a frame, and back
validation  a frame's payload to a typed request, with what deviated from the specification
actions     one file per message a charger sends: its request and our answer
commands    one file per message we send: its payload and what the charger's answer means

In comments § is OCPP 1.6 edition 2, E its errata, J OCPP-J 1.6, EJ its errata, and S the security
whitepaper, edition 3.
"""
