"""The request is a native: what the caller sends, and what middleware keeps beside it."""
