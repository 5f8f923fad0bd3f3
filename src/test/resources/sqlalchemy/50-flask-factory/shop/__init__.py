from flask import Flask

from .extensions import db


def create_app(config=None):
    app = Flask(__name__)
    app.config.from_object(config or "shop.settings.Default")
    db.init_app(app)
    return app
