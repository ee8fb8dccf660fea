"""The fans of a kernel."""
