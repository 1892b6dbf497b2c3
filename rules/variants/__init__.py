"""Rules of the family `variants`."""
