"""What a page claims, one module a kind: read from its structure, then computed, looked up, or called what it is."""
