from django.http import HttpResponse


class SimpleTemplateResponse(HttpResponse):
    def __init__(self, template=None, context=None, content_type=None, status=None, charset=None, using=None, headers=None):
        super().__init__(b"", content_type, status)
        self.template_name = template
        self.context_data = context


class TemplateResponse(SimpleTemplateResponse):
    def __init__(self, request=None, template=None, context=None, content_type=None, status=None, charset=None, using=None, headers=None):
        super().__init__(template, context, content_type, status)
