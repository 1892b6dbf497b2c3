"""Rules of the family `keywords`."""
