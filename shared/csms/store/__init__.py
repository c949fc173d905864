"""DynamoDB: one module per table, with its model and its named reads and writes."""
