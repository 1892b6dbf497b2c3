"""Rules of the family `title`."""
