"""The verbs, one module each: what Vastus does, told in the order in which it happens."""
