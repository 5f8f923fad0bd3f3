from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()


class User(db.Model):
    __bind_key__ = None
    id = db.Column(db.Integer, primary_key=True)


class Log(db.Model):
    __bind_key__ = "logs"
    id = db.Column(db.Integer, primary_key=True)


other = db.Table("other", db.Column("id", db.Integer, primary_key=True), bind_key="logs")
