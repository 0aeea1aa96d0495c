"""An office: AppBuilder's views and interfaces, registered on one that is initialised later."""

from flask import Flask

from office.extensions import appbuilder, db


def create_app():
    app = Flask(__name__)
    app.config.from_object("office.config")
    with app.app_context():
        db.init_app(app)
        from office.views import OfficeIndex

        appbuilder.indexview = OfficeIndex
        appbuilder.init_app(app, db.session)
        register_views()
        appbuilder.sm.jwt_manager.invalid_token_loader(lambda reason: ({"message": reason}, 401))
    return app


def register_views():
    from office.api import ContactApi, Greeting, Hooked, TeamApi
    from office.views import Both, ContactView, Desk, FeedbackView, FewTeams, NarrowDesk, NoteView, ReadOnlyTeams

    appbuilder.add_view(ContactView, "Contacts", category="Office")
    appbuilder.add_view(ReadOnlyTeams(), "Teams")
    appbuilder.add_view(FewTeams, "Few teams")
    appbuilder.add_view_no_menu(Desk)
    appbuilder.add_view_no_menu(NarrowDesk)
    appbuilder.add_view(NoteView, "Note")
    appbuilder.add_view(FeedbackView, "Feedback")
    appbuilder.add_view(Both, "Both")
    appbuilder.add_link("elsewhere", href="/greet/")
    for api in (TeamApi, ContactApi, Greeting, Hooked):
        appbuilder.add_api(api)


def set_up(app):
    """Tables, and the one who knows the password: neither the first user nor of the first role, which measuring deletes."""
    with app.app_context():
        db.create_all()
        sm = appbuilder.sm
        sm.create_db()
        appbuilder.add_permissions(update_perms=True)
        admin = sm.find_role("Admin")
        keeper = sm.add_role("Keeper")
        keeper.permissions = list(admin.permissions)
        for name, role in (("first", sm.find_role("Public")), ("keeper", keeper)):
            sm.add_user(name, "Office", name, f"{name}@example.com", role, password="keeper")
        from office.models import Contact, Team

        db.session.add(Team(id=1, name="one"))
        db.session.add(Contact(id=1, name="first"))
        db.session.commit()


app = create_app()


def prepare():
    set_up(app)
