"""A tween is what others call middleware."""

from pyramid.httpexceptions import HTTPForbidden


def tax_tween_factory(handler, registry):
    def tax_tween(request):
        if request.path.startswith("/tax/") and request.path not in ("/tax/rates",):
            if request.headers.get("X-Tax-Key") != "tax-key":
                return HTTPForbidden()
        return handler(request)

    return tax_tween
