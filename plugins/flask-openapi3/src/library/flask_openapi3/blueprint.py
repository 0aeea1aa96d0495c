from flask import Blueprint

from .scaffold import APIScaffold


class APIBlueprint(APIScaffold, Blueprint):
    def __init__(
        self,
        name,
        import_name,
        *,
        abp_tags=None,
        abp_security=None,
        abp_responses=None,
        doc_ui=True,
        operation_id_callback=None,
        openapi_extensions=None,
        validate_response=None,
        **kwargs,
    ):
        super().__init__(name, import_name, **kwargs)
        self.doc_ui = doc_ui

    def register_api(self, api):
        self.register_blueprint(api)
