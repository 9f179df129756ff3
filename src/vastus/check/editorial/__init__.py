"""What a page of our own library must hold beyond what any page must: `docs/editing.md` tells why."""
