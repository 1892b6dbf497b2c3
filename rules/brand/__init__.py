"""Rules of the family `brand`."""
