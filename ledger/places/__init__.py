"""The list of places: what a place is, its names in comparable forms, and the files they are read from."""
