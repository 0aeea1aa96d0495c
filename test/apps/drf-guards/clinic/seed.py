"""What the oracle fills the database with before it calls."""

from datetime import datetime, timezone


def fill():
    from django.contrib.auth.models import User
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session
    from django.core.management import call_command
    from rest_framework.authtoken.models import Token

    from clinic.models import Patient

    call_command("migrate", run_syncdb=True, verbosity=0)
    doctor = User.objects.create_superuser("doctor", "doctor@example.org", "doctor")
    nurse = User.objects.create_user("nurse", "nurse@example.org", "nurse")
    Token.objects.create(user=doctor, key="doctor-token")
    Token.objects.create(user=nurse, key="nurse-token")
    Patient.objects.create(pk=1, name="x", doctor=doctor)
    signed_in = {
        "_auth_user_id": str(doctor.pk),
        "_auth_user_backend": "django.contrib.auth.backends.ModelBackend",
        "_auth_user_hash": doctor.get_session_auth_hash(),
    }
    Session.objects.create(session_key="doctor-session-key", session_data=SessionStore().encode(signed_in), expire_date=datetime(2999, 1, 1, tzinfo=timezone.utc))
