# The columns and types of oslo.db (17).
from sqlalchemy import Column, DateTime, Integer, String as _String, Text
from sqlalchemy.dialects import mysql
from sqlalchemy.types import TypeDecorator


class JsonEncodedType(TypeDecorator):
    impl = Text

    def __init__(self, mysql_as_long=False, mysql_as_medium=False):
        self.mysql_as_long = mysql_as_long
        self.mysql_as_medium = mysql_as_medium

    def load_dialect_impl(self, dialect):
        if dialect.name == "mysql" and self.mysql_as_long:
            return mysql.LONGTEXT()
        return mysql.MEDIUMTEXT() if dialect.name == "mysql" and self.mysql_as_medium else Text()


class JsonEncodedDict(JsonEncodedType):
    pass


class JsonEncodedList(JsonEncodedType):
    pass


class SoftDeleteInteger(TypeDecorator):
    impl = Integer


class String(_String):
    def __init__(self, length, mysql_ndb_length=None, mysql_ndb_type=None, **kw):
        super().__init__(length, **kw)


class ModelBase:
    pass


class TimestampMixin:
    created_at = Column(DateTime)
    updated_at = Column(DateTime)


class SoftDeleteMixin:
    deleted_at = Column(DateTime)
    deleted = Column(SoftDeleteInteger)
