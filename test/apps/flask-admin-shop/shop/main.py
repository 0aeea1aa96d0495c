"""A shop's back office: Flask-Admin guards nothing unless a view says so."""

from flask import Flask
from flask_admin import Admin

from shop.auth import login_manager
from shop.models import Customer, Order, Product, db
from shop.views import CustomerView, HandledView, OpenIndex, OrderView, PartlyView, ProductView, StaffView, VisibleView

admin = Admin(name="back office", index_view=OpenIndex(url="/office"))


def create_app():
    app = Flask(__name__, static_folder=None)
    app.config["SECRET_KEY"] = "the-shop-keeps-this-secret-of-thirty-two-bytes"
    app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite://"
    app.config["PERMANENT_SESSION_LIFETIME"] = 36500 * 24 * 3600
    db.init_app(app)
    login_manager.init_app(app)
    with app.app_context():
        db.create_all()
        admin.add_view(ProductView(Product, db.session))
        admin.add_view(OrderView(Order, db.session, url="orders", endpoint="orders"))
        admin.add_views(CustomerView(Customer, db.session, url="/people"), VisibleView(), StaffView(name="Staff", endpoint="staff"))
        admin.add_view(HandledView(url="handled"))
        admin.add_view(PartlyView())
        admin.init_app(app)

    @app.route("/login")
    def login():
        return "sign in"

    return app


app = create_app()
