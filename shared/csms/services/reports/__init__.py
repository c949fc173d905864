"""What operators read of many: lists by filters, and files."""
