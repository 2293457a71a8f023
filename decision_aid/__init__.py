"""A decision aid that explains what invasive and metastatic breast cancer mean for one person."""

__version__ = "0.1.0"
