"""A demo that lives: stations, drivers and money through the HTTP API, and chargers that charge."""
