from harbour.errors import Expelled


def register_handlers(api):
    @api.exception_handler(Expelled)
    def expelled(request, error):
        return api.create_response(request, {"detail": "expelled"}, status=401)
