from . import crates, pallets

routers = [crates.router, pallets.router]
