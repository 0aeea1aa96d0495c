from ..baseviews import BaseModelView, expose
from ..security.decorators import has_access


class BaseChartView(BaseModelView):
    default_view = "chart"


class GroupByChartView(BaseChartView):
    @expose("/chart/<group_by>")
    @expose("/chart/")
    @has_access
    def chart(self, group_by=0):
        return ""


class DirectByChartView(GroupByChartView):
    pass


class ChartView(GroupByChartView):
    pass


class DirectChartView(GroupByChartView):
    pass


class TimeChartView(BaseChartView):
    @expose("/chart/<group_by>/<period>")
    @expose("/chart/")
    @has_access
    def chart(self, group_by="", period=""):
        return ""
