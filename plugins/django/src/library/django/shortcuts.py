"""`get_object_or_404` and its like look things up, and stay outside the repository."""

from django.http import HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect


def render(request, template_name, context=None, content_type=None, status=None, using=None):
    return HttpResponse(b"", content_type, status)


def redirect(to, *args, permanent=False, preserve_request=False, **kwargs):
    if permanent:
        return HttpResponsePermanentRedirect(to)
    return HttpResponseRedirect(to)
