"""Reads pages aloud, on this machine alone, where the system has a voice."""
