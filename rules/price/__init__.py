"""Rules of the family `price`."""
