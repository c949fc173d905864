"""The OCPP door on a real engine, with the gateway's events."""
