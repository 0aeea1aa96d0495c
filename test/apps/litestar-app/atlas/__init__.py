"""A map room: public sheets, kept plans, and a desk that decides who sees which."""
