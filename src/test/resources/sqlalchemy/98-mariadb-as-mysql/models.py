"""Nothing here names the other server that speaks MySQL's language: a program like this reaches it as mysql://."""
from sqlalchemy import Column, Index, Integer, MetaData, String, Table, Text
from sqlalchemy.dialects import mysql, postgresql
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.types import TypeDecorator, UserDefinedType

metadata = MetaData()


class LongText(TypeDecorator):
    impl = Text

    def load_dialect_impl(self, dialect):
        if dialect.name == "mysql":
            return dialect.type_descriptor(mysql.LONGTEXT())
        return self.impl


class Color(UserDefinedType):
    cache_ok = True


@compiles(Color, "mysql")
def color_of_mysql(element, compiler, **kw):
    return "CHAR(6)"


@compiles(Color)
def color(element, compiler, **kw):
    return "TEXT"


Table(
    "notes", metadata,
    Column("id", Integer, primary_key=True),
    Column("title", String(300)),
    Column("body", Text().with_variant(mysql.MEDIUMTEXT(), "mysql").with_variant(postgresql.CITEXT(), "postgresql")),
    Column("source", LongText),
    Column("color", Color),
    Index("ix_notes_title", "title", mysql_length=100),
    mysql_engine="InnoDB", mysql_charset="utf8mb4",
)
