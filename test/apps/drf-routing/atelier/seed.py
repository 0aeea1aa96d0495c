"""What the oracle fills the database with before it calls."""


def fill():
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from rest_framework.authtoken.models import Token

    from atelier.catalogue.models import Painting, Sketch
    from atelier.people.models import Painter
    from atelier.rooms.models import Room

    call_command("migrate", run_syncdb=True, verbosity=0)
    curator = User.objects.create_superuser("curator", "curator@example.org", "curator")
    Token.objects.create(user=curator, key="curator-token")
    painter = Painter.objects.create(pk=1, name="1", slug="1")
    Painting.objects.create(pk=1, title="1", code="1", painter=painter)
    Sketch.objects.create(pk=1, title="1", painter=painter)
    Room.objects.create(pk=1, number=1)
