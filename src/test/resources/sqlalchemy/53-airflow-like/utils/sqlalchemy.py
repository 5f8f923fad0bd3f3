import datetime
import json
from sqlalchemy import TIMESTAMP, Text
from sqlalchemy.dialects import mysql
from sqlalchemy.types import TypeDecorator, JSON


class UtcDateTime(TypeDecorator):
    impl = TIMESTAMP(timezone=True)
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return value

    def load_dialect_impl(self, dialect):
        if dialect.name == "mysql":
            return mysql.TIMESTAMP(fsp=6)
        return super().load_dialect_impl(dialect)


class ExtendedJSON(TypeDecorator):
    impl = Text
    cache_ok = True

    def db_supports_json(self):
        return True

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(JSON())
