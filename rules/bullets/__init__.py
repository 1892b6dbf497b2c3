"""Rules of the family `bullets`."""
