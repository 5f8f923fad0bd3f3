from __future__ import annotations
import typing as t
from dataclasses import dataclass
from sqlalchemy import Column, ForeignKey, Integer, String, Table, MetaData, Boolean, DateTime, func, text, Enum, event, inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, declarative_mixin, declared_attr, registry, class_mapper, column_property, with_loader_criteria
from sqlalchemy.ext.hybrid import hybrid_property, hybrid_method
from sqlalchemy.ext.declarative import AbstractConcreteBase, ConcreteBase
from sqlalchemy.ext.orderinglist import ordering_list
from sqlalchemy.ext.asyncio import AsyncAttrs

T = t.TypeVar("T")
ModelT = t.TypeVar("ModelT", bound="Base")


class ReprMixin:
    __repr_fields__: t.ClassVar[tuple[str, ...]] = ()


@declarative_mixin
class SoftDelete(ReprMixin):
    __soft__ = True
    deleted_at: Mapped[t.Optional[DateTime]] = mapped_column(DateTime, nullable=True)

    @hybrid_property
    def is_deleted(self): return self.deleted_at.isnot(None)


class Base(AsyncAttrs, DeclarativeBase):
    metadata = MetaData()
    __abstract__ = True

    @declared_attr.directive
    def __tablename__(cls) -> str:
        return "".join("_" + c.lower() if c.isupper() else c for c in cls.__name__).lstrip("_")

    @declared_attr.directive
    def __table_args__(cls):
        return {"comment": cls.__name__}


class UserAccount(SoftDelete, Base):
    """An account"""
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    name: Mapped[str] = mapped_column(String(50), info={"x": dict(a=1)})
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "user"}


class AdminAccount(UserAccount):
    __tablename__ = None
    __table_args__ = None
    level: Mapped[t.Optional[int]]
    __mapper_args__ = {"polymorphic_identity": "admin"}


class Owner(UserAccount):
    """Owners"""
    id: Mapped[int] = mapped_column(ForeignKey("user_account.id", ondelete="CASCADE"), primary_key=True)
    __mapper_args__ = {"polymorphic_identity": "owner"}


TABLES = {"tag": String(20), "label": String(30)}
made = {name: Table(name, Base.metadata, Column("id", Integer, primary_key=True), Column("value", type_)) for name, type_ in TABLES.items()}


def history(cls):
    return Table(f"{cls.__tablename__}_history", Base.metadata, Column("id", Integer, primary_key=True), Column("of_id", ForeignKey(f"{cls.__tablename__}.id")))


history_table = history(UserAccount)
