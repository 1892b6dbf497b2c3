"""Rules of the family `identifiers`."""
