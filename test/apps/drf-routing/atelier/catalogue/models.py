from django.db import models


class Work(models.Model):
    title = models.CharField(max_length=80, default="untitled", blank=True)
    painter = models.ForeignKey("people.Painter", null=True, blank=True, on_delete=models.CASCADE)

    class Meta:
        abstract = True


class Painting(Work):
    code = models.CharField(max_length=20, blank=True)


class Sketch(Work):
    pass
