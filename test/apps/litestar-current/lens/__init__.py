"""An observatory: plates behind tokens, and what newer versions of the framework bring."""
