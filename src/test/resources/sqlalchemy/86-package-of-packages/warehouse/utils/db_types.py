import sqlalchemy.types as types
from sqlalchemy.types import TypeDecorator, String


class Role(TypeDecorator):
    impl = String
    cache_ok = True


class TZDateTime(types.TypeDecorator):
    impl = types.DateTime
    cache_ok = True
