from rest_framework import serializers

from .models import Painting, Sketch


class PaintingSerializer(serializers.ModelSerializer):
    class Meta:
        model = Painting
        fields = ["id", "title", "code"]


class SketchSerializer(serializers.ModelSerializer):
    class Meta:
        model = Sketch
        fields = ["id", "title"]
