"""The formulas on plain SI arrays: every function broadcasts its arguments; none checks them or knows units."""
