"""What operators see and do: `/api/admin/…`, and the older paths of scripts."""
