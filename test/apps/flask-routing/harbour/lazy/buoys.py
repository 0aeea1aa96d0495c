def register(app):
    @app.get("/buoys/<int:number>")
    def buoy(number):
        return str(number)
