from django.template.response import TemplateResponse


def index(request, sitemaps, template_name="sitemap_index.xml", content_type="application/xml", sitemap_url_name="sitemap"):
    return TemplateResponse(request, template_name)


def sitemap(request, sitemaps, section=None, template_name="sitemap.xml", content_type="application/xml"):
    return TemplateResponse(request, template_name)
