"""What is said for MariaDB counts for it, and not what is said for MySQL."""
from sqlalchemy import Column, Index, Integer, MetaData, String, Table, Text
from sqlalchemy.dialects import mysql
from sqlalchemy.types import TypeDecorator

metadata = MetaData()


class Body(TypeDecorator):
    impl = Text

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(mysql.LONGTEXT() if dialect.name == "mysql" else Text())


Table(
    "notes", metadata,
    Column("id", Integer, primary_key=True),
    Column("title", String(300)),
    Column("body", Body),
    Column("summary", Text().with_variant(mysql.TINYTEXT(), "mysql").with_variant(mysql.MEDIUMTEXT(), "mariadb")),
    Index("ix_notes_title", "title", mysql_length=100, mariadb_length=50),
    mysql_engine="InnoDB", mariadb_engine="Aria",
)
