# What Flask-Security (5.6) has for models of one's own.
from sqlalchemy import UnicodeText
from sqlalchemy.types import TypeDecorator


class AsaList(TypeDecorator):
    impl = UnicodeText


class RoleMixin:
    pass


class UserMixin:
    pass


class WebAuthnMixin:
    pass
