"""The documents that Connexion serves of each specification."""


def document():
    return ""


def paths_of(api, options, swagger_ui_options):
    path = "/swagger.json" if api.is_swagger else "/openapi.json"
    if swagger_ui_options is not None:
        if not swagger_ui_options.serve_spec:
            return []
        path = swagger_ui_options.spec_path or path
    if isinstance(options, dict):
        if options.get("serve_spec") is False or options.get("swagger_json") is False:
            return []
        path = options.get("openapi_spec_path", path)
    return [path, path[:-4] + "yaml"] if path.endswith("json") else [path]
