"""Named by dotted names."""


def psalms(request):
    return {}


def hymns(request):
    return {}


def traversed(context, request):
    return {}
