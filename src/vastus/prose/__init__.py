"""Running text: sentences, clauses and vocabulary terms, each with its place. Pure; shared by `profile` and `check`."""
