"""Knox: tokens that the server keeps, one for each client."""
