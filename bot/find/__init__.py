"""Finding posts by what their pictures hold."""
