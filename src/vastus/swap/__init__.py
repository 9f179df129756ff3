"""Exercise, what there is and what to avoid → substitutes ranked, with reason, changes, safety and load. Pure."""
