"""The JSON API under /api/v1; its answers are the bytes that `vastus … --json` means."""
