"""Training pictures put together from photos' garments, drawings and grounds, with their masks."""
