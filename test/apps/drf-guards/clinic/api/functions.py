"""Function views, and what stands above and below `api_view`."""

import functools

from rest_framework.decorators import api_view, authentication_classes, permission_classes
from rest_framework.exceptions import PermissionDenied
from rest_framework.permissions import AllowAny, IsAuthenticated, IsAuthenticatedOrReadOnly
from rest_framework.response import Response

from clinic.permissions import IsReallySignedIn


def staff_only(view):
    @functools.wraps(view)
    def wrapped(request, *args, **kwargs):
        if not request.user.is_staff:
            raise PermissionDenied()
        return view(request, *args, **kwargs)

    return wrapped


def noted(view):
    @functools.wraps(view)
    def wrapped(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response["X-Noted"] = "1"
        return response

    return wrapped


@api_view(["GET"])
def by_default(request):
    return Response({})


@api_view(["GET", "POST"])
@permission_classes([AllowAny])
def open_to_all(request):
    return Response({})


@api_view(["GET", "POST"])
@permission_classes([IsAuthenticatedOrReadOnly])
def reads(request):
    return Response({})


@api_view(["GET"])
@permission_classes((IsReallySignedIn,))
def named(request):
    return Response({})


@api_view(["POST"])
@authentication_classes([])
@permission_classes([])
def hook(request):
    return Response({})


@api_view(["GET"])
@permission_classes([AllowAny])
@staff_only
def decorated_below(request):
    return Response({})


@api_view(["GET"])
@staff_only
@permission_classes([IsAuthenticated])
@noted
def decorated_between(request):
    return Response({})


@api_view(["GET"])
@permission_classes([AllowAny])
@noted
def only_noted(request):
    return Response({})


def plain(request):
    return Response({})


wrapped_later = api_view(["GET"])(permission_classes([AllowAny])(plain))
