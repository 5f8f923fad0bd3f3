import os
from urllib.parse import urlparse

import sqlalchemy
from sqlalchemy import Column, DateTime, ForeignKey, Index, Integer, Sequence, String, Table, UniqueConstraint
from sqlalchemy.orm import declarative_base, declared_attr, relationship
from sqlalchemy.sql import functions
from sqlalchemy.sql.functions import now

if not hasattr(sqlalchemy, "Column"):
    raise ImportError("SQLAlchemy is too old")

try:
    Base = declarative_base()
except AttributeError:
    Base = sqlalchemy.orm.declarative_base(name="Old")


def table_args():
    """Options that only one kind of database reads."""
    engine = urlparse(os.environ.get("DATABASE_URL", "sqlite://")).scheme
    if engine == "mysql":
        return {"mysql_engine": os.environ["ENGINE"], "mysql_charset": "utf8"}
    return None


class Tagged:
    """Makes an association table for each class."""

    @declared_attr
    def tags(cls):
        links = Table(
            "%s_tags" % cls.__tablename__,
            cls.metadata,
            Column("tag_id", ForeignKey("tag.id"), primary_key=True),
            Column("%s_id" % cls.__tablename__, ForeignKey("%s.id" % cls.__tablename__), primary_key=True),
        )
        return relationship("Tag", secondary=links)


class Tag(Base):
    __tablename__ = "tag"
    __table_args__ = (UniqueConstraint("name", name="one_name"), table_args())
    id = Column(Integer, primary_key=True)
    name = Column(String(40), nullable=False)


class Page(Tagged, Base):
    __tablename__ = "page"
    id = Column(Integer, primary_key=True)
    key = Column(String(40), index=True)
    offset = Column(Integer)
    made = Column(DateTime, server_default=now())
    seen = Column(DateTime, server_default=functions.current_timestamp())
    __table_args__ = (Index("ix_page_offset", "offset"),)


class Menu(Tagged, Base):
    __tablename__ = "menu"
    id = Column(Integer, primary_key=True)


class MenuWithColour(Menu):
    __tablename__ = "menu"
    __table_args__ = {"extend_existing": True}
    colour = Column(String(20))


for entity in ("page", "menu"):
    if entity == "tag":
        continue
    Table(
        f"{entity}_views",
        Base.metadata,
        Column("id", ForeignKey(f"{entity}.id", ondelete="CASCADE"), primary_key=True),
        Column("count", Integer, nullable=False, server_default="0"),
    )


class Animal(Base):
    __tablename__ = "animal"
    id = Column(Integer, primary_key=True)
    kind = Column(String(10), nullable=False)
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "animal"}


class Dog(Animal):
    __mapper_args__ = {"polymorphic_identity": "dog"}

    @declared_attr
    def legs(cls):
        return Animal.__table__.c.get("legs", Column(Integer))


class Task(Base):
    __tablename__ = "task"
    id = Column(Integer, Sequence("task_id_sequence"), primary_key=True, autoincrement=True)


class Counted(Base):
    __tablename__ = "counted"
    id = Column(Integer, primary_key=True, autoincrement=True, default=lambda: 5)
