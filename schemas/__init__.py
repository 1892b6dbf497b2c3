"""The schemas: what a product is, and a folder of data for each platform."""
