"""A charging station management system for OCPP 1.6-J."""
