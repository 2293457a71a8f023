"""Other ways to run the wizard than one person at their own computer."""
