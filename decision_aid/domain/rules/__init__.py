"""The rules, as tables that a clinician can read aloud; only ``assess`` asks them."""
