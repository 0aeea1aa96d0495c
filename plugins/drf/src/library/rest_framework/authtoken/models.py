from django.db import models


class Token(models.Model):
    key = models.CharField(max_length=40, primary_key=True)
    user = models.OneToOneField("auth.User", related_name="auth_token", on_delete=models.CASCADE)
    created = models.DateTimeField(auto_now_add=True)


class TokenProxy(Token):
    pass
