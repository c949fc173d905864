"""What drivers see and do."""
