def forecast(request, place: str):
    return {"place": place}


class Weather:
    @staticmethod
    def report(request):
        return {}
