from flask_sqlalchemy import SQLAlchemy
from flask_security.models import fsqla_v3 as fsqla

db = SQLAlchemy()
fsqla.FsModels.set_db_info(db)


class Role(db.Model, fsqla.FsRoleMixin):
    pass


class User(db.Model, fsqla.FsUserMixin):
    nickname = db.Column(db.String(40))


class WebAuthn(db.Model, fsqla.FsWebAuthnMixin):
    pass
