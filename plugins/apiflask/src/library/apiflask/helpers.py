from muster import unknown


def get_reason_phrase(status_code, default="Unknown"):
    return unknown("the phrase of a status")


def pagination_builder(pagination, **kwargs):
    return {}
