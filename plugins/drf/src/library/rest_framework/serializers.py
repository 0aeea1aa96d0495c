"""Serializers: what they are given is validated, and `save` creates or changes an object."""

from muster import given, unknown
from rest_framework.exceptions import ValidationError


class BaseSerializer:
    _is_made_for_many = False

    def __init__(self, instance=None, data=None, **kwargs):
        self.instance = instance
        self.initial_data = data
        self.partial = kwargs.get("partial", False)
        self._context = kwargs.get("context", {})
        self._validated_data = given("body")

    def __class_getitem__(cls, *args, **kwargs):
        return cls

    @property
    def context(self):
        return self._context

    @property
    def validated_data(self):
        return self._validated_data

    @property
    def errors(self):
        return {}

    @property
    def data(self):
        return unknown("what a serializer shows of an object")

    def is_valid(self, raise_exception=False):
        self._validated_data = self.validate(self._validated_data)
        return True

    def run_validation(self, data=None):
        return self.validate(data)

    def validate(self, attrs):
        return attrs

    def save(self, **kwargs):
        validated = given("body")
        if self.instance is not None:
            self.instance = self.update(self.instance, validated)
        else:
            self.instance = self.create(validated)
        return self.instance

    def update(self, instance, validated_data):
        instance.save()
        return instance

    def create(self, validated_data):
        return unknown("an object that a serializer creates")

    def to_representation(self, instance):
        return {}

    def to_internal_value(self, data):
        return data


class Serializer(BaseSerializer):
    pass


class ListSerializer(BaseSerializer):
    child = None


class ModelSerializer(Serializer):
    def create(self, validated_data):
        return self.Meta.model.objects.create(**validated_data)

    def build_field(self, *args, **kwargs):
        return unknown("a field")


class HyperlinkedModelSerializer(ModelSerializer):
    pass
