"""Set up, check, lock and package decision_aid, with the standard library alone."""
