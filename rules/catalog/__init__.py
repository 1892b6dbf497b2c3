"""Rules of the family `catalog`."""
