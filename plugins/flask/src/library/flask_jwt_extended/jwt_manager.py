class JWTManager:
    def __init__(self, app=None, add_context_processor=False):
        self._user_lookup_callback = None
        if app is not None:
            self.init_app(app, add_context_processor)

    def init_app(self, app, add_context_processor=False):
        app.extensions["flask-jwt-extended"] = self

    def user_lookup_loader(self, callback):
        self._user_lookup_callback = callback
        return callback

    def user_loader_callback_loader(self, callback):
        self._user_lookup_callback = callback
        return callback

    def additional_claims_loader(self, callback):
        return callback

    def additional_headers_loader(self, callback):
        return callback

    def user_identity_loader(self, callback):
        return callback

    def token_in_blocklist_loader(self, callback):
        return callback

    def token_in_blacklist_loader(self, callback):
        return callback

    def token_verification_loader(self, callback):
        return callback

    def token_verification_failed_loader(self, callback):
        return callback

    def expired_token_loader(self, callback):
        return callback

    def invalid_token_loader(self, callback):
        return callback

    def needs_fresh_token_loader(self, callback):
        return callback

    def revoked_token_loader(self, callback):
        return callback

    def unauthorized_loader(self, callback):
        return callback

    def user_lookup_error_loader(self, callback):
        return callback

    def claims_verification_loader(self, callback):
        return callback

    def user_claims_loader(self, callback):
        return callback

    def encode_key_loader(self, callback):
        return callback

    def decode_key_loader(self, callback):
        return callback
