"""Rules of the family `json`."""
