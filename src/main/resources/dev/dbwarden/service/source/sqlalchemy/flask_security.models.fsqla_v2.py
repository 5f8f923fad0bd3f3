# The columns of Flask-Security's (5.6) models, second version.
from flask_security.models import fsqla
from sqlalchemy import Column, String, Text


class FsModels(fsqla.FsModels):
    pass


class FsRoleMixin(fsqla.FsRoleMixin):
    pass


class FsUserMixin(fsqla.FsUserMixin):
    username = Column(String(255), unique=True)
    us_totp_secrets = Column(Text)
    us_phone_number = Column(String(128))
