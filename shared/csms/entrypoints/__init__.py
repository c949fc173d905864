"""The three doors: OCPP frames, HTTP requests, scheduled jobs."""
