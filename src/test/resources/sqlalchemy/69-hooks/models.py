"""What classes, conventions and compilation hooks do to tables."""
import datetime
from dataclasses import dataclass

from sqlalchemy import BigInteger, CheckConstraint, Column, DateTime, ForeignKey, ForeignKeyConstraint, Index, Integer, MetaData, String, UniqueConstraint
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase, Mapped, composite, declarative_base, declared_attr, mapped_column
from sqlalchemy.sql import expression


class Base(DeclarativeBase):
    pass


class Named(Base):
    __abstract__ = True

    def __init_subclass__(cls, audited=False, **keywords):
        cls.__tablename__ = cls.__name__.lower() + "s"
        if audited:
            cls.changed_at = mapped_column(DateTime)
        super().__init_subclass__(**keywords)


class Dog(Named, audited=True):
    id: Mapped[int] = mapped_column(primary_key=True)


@compiles(BigInteger, "sqlite")
def small(element, compiler, **keywords):
    return "INTEGER"


class utcnow(expression.FunctionElement):
    type = DateTime()
    inherit_cache = True


@compiles(utcnow, "postgresql")
def utcnow_of_postgresql(element, compiler, **keywords):
    return "TIMEZONE('utc', CURRENT_TIMESTAMP)"


@compiles(utcnow)
def utcnow_of_others(element, compiler, **keywords):
    return "CURRENT_TIMESTAMP"


class Cat(Base):
    __tablename__ = "cats"
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    born: Mapped[datetime.datetime] = mapped_column(server_default=utcnow())
    lives: Mapped[int]

    @declared_attr.directive
    def __table_args__(cls):
        return (Index("cats_of_postgresql", "lives").ddl_if(dialect="postgresql"), CheckConstraint("lives > 0", name="alive").ddl_if(dialect=("postgresql", "mysql")))


Index("cats_of_sqlite", Cat.lives, Cat.born).ddl_if(dialect="sqlite")


@dataclass
class Point:
    x: int
    y: int


class Edge(Base):
    __tablename__ = "edges"
    id = Column(Integer, primary_key=True)
    start = composite(Point, Column("x1", Integer), Column("y1", Integer, server_default="0"))
    x2 = Column(Integer)
    y2 = Column(Integer)
    end = composite(Point, x2, y2)
    middle: Mapped[Point] = composite(mapped_column("mx"))


def key_names(constraint, table):
    return "_".join([table.name] + [element.parent.name for element in constraint.elements] + [element.target_fullname.replace(".", "_") for element in constraint.elements])


Other = declarative_base(metadata=MetaData(naming_convention={
    "all_column_names": lambda constraint, table: "_".join([column.name for column in constraint.columns.values()]),
    "key_names": key_names,
    "ix": "ix__%(table_name)s__%(all_column_names)s",
    "uq": "uq__%(table_name)s__%(all_column_names)s",
    "fk": "fk__%(key_names)s",
    "pk": "pk__%(table_name)s",
}))


class Owner(Other):
    __tablename__ = "owners"
    id = Column(Integer, primary_key=True)
    part = Column("section", Integer, primary_key=True)
    email = Column(String(50), index=True)
    parent_id = Column(Integer)
    parent_part = Column(Integer)
    __table_args__ = (UniqueConstraint("email", "section"), ForeignKeyConstraint(["parent_id", "parent_part"], ["owners.id", "owners.section"]))
