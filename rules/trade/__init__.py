"""Rules of the family `trade`."""
