"""Jobs: what EventBridge starts by the clock."""
