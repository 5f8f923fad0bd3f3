from __future__ import annotations
from dataclasses import dataclass, field
import dataclasses
import datetime as dt
import decimal
import enum
import typing as t
from sqlalchemy import Column, ForeignKey, Integer, Numeric, String, Table, MetaData, func, text, ForeignKeyConstraint, Index, literal, extract, BIGINT, SmallInteger
from sqlalchemy.dialects import mysql, postgresql as pg, sqlite
from sqlalchemy.ext.associationproxy import AssociationProxy, association_proxy
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, composite, mapped_column, registry, relationship, column_property, declared_attr, deferred, DynamicMapped, WriteOnlyMapped, foreign, remote, query_expression
from typing import NewType, Literal
from typing_extensions import Annotated, TypeAlias

intpk = Annotated[int, mapped_column(primary_key=True, autoincrement=True)]
big = Annotated[int, "big"]
str_30 = Annotated[str, 30]
str_50 = Annotated[str, mapped_column(String(50), nullable=True)]
money: TypeAlias = Annotated[decimal.Decimal, mapped_column(Numeric(12, 2), server_default=text("0.00"))]
UserId = NewType("UserId", int)
timestamp = Annotated[dt.datetime, mapped_column(nullable=False, server_default=func.CURRENT_TIMESTAMP())]
optional_ts = Annotated[t.Optional[dt.datetime], mapped_column(index=True)]


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True):
    type_annotation_map = {
        str: String(100),
        str_30: String(30),
        big: BIGINT().with_variant(Integer, "sqlite"),
        UserId: Integer().with_variant(mysql.INTEGER(unsigned=True), "mysql"),
        dt.datetime: pg.TIMESTAMP(timezone=True).with_variant(mysql.DATETIME(fsp=3), "mysql").with_variant(sqlite.DATETIME(), "sqlite"),
    }


class Color(enum.Enum):
    red = "r"
    green = "g"


@dataclass
class Point:
    x: int
    y: int


class User(Base):
    __tablename__ = "user_account"
    __table_args__ = {"mysql_engine": "InnoDB", "mysql_charset": "utf8mb4", "comment": "it's users"}
    id: Mapped[intpk] = mapped_column(init=False)
    name: Mapped[str_30]
    fullname: Mapped[t.Optional[str_50]] = mapped_column(default=None)
    balance: Mapped[money] = mapped_column(default=decimal.Decimal(0))
    big_id: Mapped[big] = mapped_column(default=0, unique=True)
    legacy: Mapped[UserId] = mapped_column(default=0)
    color: Mapped[Color] = mapped_column(default=Color.red)
    kind: Mapped[Literal["a", "bcd"]] = mapped_column(default="a")
    created: Mapped[timestamp] = mapped_column(init=False)
    deleted: Mapped[optional_ts] = mapped_column(default=None)
    nick: Mapped[str | None] = mapped_column(default=None)
    addresses: Mapped[list[Address]] = relationship(default_factory=list, back_populates="user")
    keywords: AssociationProxy[list[str]] = association_proxy("addresses", "email", init=False)
    raw: Mapped[bytes] = mapped_column(deferred=True, repr=False, default=b"")
    small: Mapped[int] = mapped_column(SmallInteger, default=1)
    start: Mapped[Point] = composite(mapped_column("x1"), mapped_column("y1"), default=None)

    @hybrid_property
    def upper(self) -> str: return self.name.upper()


class Address(Base):
    __tablename__ = "address"
    id: Mapped[intpk] = mapped_column(init=False)
    user_id: Mapped[int] = mapped_column(ForeignKey(User.id, ondelete="CASCADE"), init=False)
    email: Mapped[str] = mapped_column(index=True, doc="x")
    user: Mapped[User] = relationship(back_populates="addresses", default=None)
    __table_args__ = (Index("ix_addr_lower", func.lower(email)), Index(None, "user_id", "email"))


reg = registry()


@reg.mapped_as_dataclass
class Thing:
    __tablename__ = "thing"
    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    a: Mapped[str] = mapped_column(String(10))


@reg.mapped
@dataclass
class Classic:
    __table__ = Table("classic", reg.metadata, Column("id", Integer, primary_key=True), Column("n", String(5)))
    id: int = field(init=False)
    n: str | None = None


@reg.mapped
@dataclass
class SaKey:
    __tablename__ = "sakey"
    __sa_dataclass_metadata_key__ = "sa"
    id: int = field(init=False, metadata={"sa": Column(Integer, primary_key=True)})
    name: str = field(default=None, metadata={"sa": Column(String(50))})
    fk: int = field(default=None, metadata={"sa": lambda: Column(ForeignKey("thing.id"))})
