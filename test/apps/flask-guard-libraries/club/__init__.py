"""A club: the guard libraries around Flask, and how code uses them."""
