"""The OCPP door: authorizer, connections, frames.

dispatch     a frame to its action or its command, in the order of the three laws
routes       the table of actions
actions      one file per message that chargers send
results      one file per command that chargers answer
"""
