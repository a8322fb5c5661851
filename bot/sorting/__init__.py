"""Sorting posts by what their pictures hold."""
