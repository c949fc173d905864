"""The OCPP door without events."""
