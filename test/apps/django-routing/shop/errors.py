from django.http import HttpResponse


def not_found(request, exception):
    return HttpResponse("nothing here", status=404)
