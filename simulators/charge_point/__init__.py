"""A charge point written from the OCPP 1.6 specification.

It knows nothing of the system it dials: only the protocol, over a real WebSocket.
"""
