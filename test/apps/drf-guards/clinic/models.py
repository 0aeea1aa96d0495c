from django.conf import settings
from django.db import models


class Patient(models.Model):
    name = models.CharField(max_length=80, default="", blank=True)
    doctor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE)
