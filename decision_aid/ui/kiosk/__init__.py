"""The wizard on a screen that stands in a clinic."""
