"""A clinic's own: its settings, staff PIN, printing, and what is wiped."""
