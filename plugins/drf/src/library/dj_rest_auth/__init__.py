"""dj-rest-auth: signing in, signing out, and the account of who is signed in."""
