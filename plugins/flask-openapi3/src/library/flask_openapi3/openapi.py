from flask import Blueprint, Flask

from .scaffold import APIScaffold


class OpenAPI(APIScaffold, Flask):
    def __init__(
        self,
        import_name,
        *,
        info=None,
        security_schemes=None,
        responses=None,
        servers=None,
        external_docs=None,
        operation_id_callback=None,
        openapi_extensions=None,
        validation_error_status=422,
        validation_error_model=None,
        validation_error_callback=None,
        doc_ui=True,
        doc_prefix="/openapi",
        doc_url="/openapi.json",
        api_doc_url=None,
        doc_expansion=None,
        oauth_config=None,
        ui_templates=None,
        validate_response=None,
        validate_response_callback=None,
        **kwargs,
    ):
        super().__init__(import_name, **kwargs)
        self.doc_ui = doc_ui
        self.doc_prefix = doc_prefix
        self.doc_url = api_doc_url or doc_url
        if doc_ui:
            self._init_doc()

    def _init_doc(self):
        blueprint = Blueprint("openapi", __name__, url_prefix=self.doc_prefix, static_folder="static")
        blueprint.add_url_rule(self.doc_url, "doc_url", _document)
        blueprint.add_url_rule("/", "openapi", _document)
        self.register_blueprint(blueprint)

    def register_api(self, api, **options):
        url_prefix = options.get("url_prefix")
        if url_prefix and url_prefix != api.url_prefix:
            api.url_prefix = url_prefix
        self.register_blueprint(api, **options)

    def register_api_view(self, api_view, url_prefix=None, view_kwargs=None):
        api_view.register(self, url_prefix=url_prefix, view_kwargs=view_kwargs)


def _document():
    return ""
