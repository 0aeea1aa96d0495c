"""uvicorn storefront.main:app"""

from storefront.factory import create_app

app = create_app()


@app.get("/")
def root():
    """Registered after the page list, which also answers `/`: the list's route wins."""
    return {}


@app.get("/late", tags=["late"])
async def late():
    return {}


if __name__ == "__main__":
    import uvicorn

    uvicorn.run("storefront.main:app", reload=True)
