"""Found by walking."""
