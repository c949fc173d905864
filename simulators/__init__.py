"""Stand-ins for the outside world: charge points, and AWS on one machine."""
