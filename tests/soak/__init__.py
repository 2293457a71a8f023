"""A robot at the kiosk: many sessions of random answers, idling and printing."""
