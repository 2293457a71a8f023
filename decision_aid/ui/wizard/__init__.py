"""The wizard: one question after the other, for one person."""
