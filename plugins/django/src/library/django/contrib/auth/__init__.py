"""`get_user` is a native; `authenticate`, `login` and models are outside the repository."""

REDIRECT_FIELD_NAME = "next"
