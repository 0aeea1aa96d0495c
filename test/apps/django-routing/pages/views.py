from django.http import HttpResponse
from django.views.decorators.http import require_GET


def first(request, **kwargs):
    return HttpResponse("first")


def second(request, **kwargs):
    return HttpResponse("second")


@require_GET
def status(request):
    return HttpResponse("up")


def year(request, year):
    return HttpResponse(str(year))


def article(request, year, slug):
    return HttpResponse(slug)


def unnamed(request, number):
    return HttpResponse(number)


def either(request, number=None):
    return HttpResponse("either")


def nested(request, **kwargs):
    return HttpResponse("nested")


def feed(request, kind):
    return HttpResponse(kind)


def section(request, section, number=None):
    return HttpResponse(section)


def keyword(request, answer):
    return HttpResponse(str(answer))


def tenant(request, tenant):
    return HttpResponse(tenant)


def tenant_item(request, tenant, item):
    return HttpResponse(str(item))


def file(request, name):
    return HttpResponse(name)
