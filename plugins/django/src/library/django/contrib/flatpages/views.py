from django.http import HttpResponse


def flatpage(request, url):
    """Pages may ask for a login, each for itself."""
    return HttpResponse()
