"""What newer FastAPI serves and older did not: an included router stays what it is, with all that is added to it later."""
