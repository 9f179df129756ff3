"""Facts that ship as tables, each row with its source; read once, checked, then passed in."""
