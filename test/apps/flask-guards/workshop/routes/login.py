from flask import Blueprint, abort, redirect, request, session, url_for

from ..users import find

login = Blueprint("login", __name__)


@login.route("/login", methods=["GET", "POST"])
def sign_in():
    if request.method == "POST":
        user = find(request.form.get("name"))
        if user is None:
            abort(400)
        session["user_id"] = user.id
        session.permanent = True
        return redirect(url_for("login.me"))
    return "sign in"


@login.route("/logout")
def logout():
    session.clear()
    return "bye"


@login.route("/me")
def me():
    if "user_id" not in session:
        return redirect(url_for("login.sign_in"))
    return {"id": session["user_id"]}
