from __future__ import annotations
from datetime import date, datetime
from typing import Any, Optional
from uuid import UUID
from advanced_alchemy import base
from advanced_alchemy.base import BigIntAuditBase, BigIntBase, NanoIDBase, UUIDAuditBase, UUIDBase, UUIDv7Base, CommonTableAttributes, orm_registry, DefaultBase
from advanced_alchemy.mixins import AuditColumns, SlugKey, UUIDPrimaryKey
from advanced_alchemy.types import DateTimeUTC, EncryptedString, EncryptedText, GUID, JsonB, BigIntIdentity
from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Author(UUIDAuditBase):
    name: Mapped[str]
    dob: Mapped[date]
    meta: Mapped[dict[str, Any]]
    nick: Mapped[Optional[str]] = mapped_column(String(length=20), unique=True, index=True)
    seen_at: Mapped[Optional[datetime]]
    books: Mapped[list[Book]] = relationship(back_populates="author")


class Book(UUIDBase):
    title: Mapped[str]
    author_id: Mapped[UUID] = mapped_column(ForeignKey("author.id", ondelete="CASCADE"), index=True)
    author: Mapped[Author] = relationship(back_populates="books")


class HTTPTag(BigIntAuditBase, SlugKey):
    __tablename__ = "tags"
    name: Mapped[str] = mapped_column(index=True)
    big: Mapped[int] = mapped_column(BigIntIdentity)


class BlogPost(BigIntBase):
    body: Mapped[str]
    at: Mapped[datetime] = mapped_column(DateTimeUTC(timezone=True))
    doc: Mapped[dict] = mapped_column(JsonB)
    ref: Mapped[UUID] = mapped_column(GUID)


class Nano(NanoIDBase):
    __table_args__ = {"comment": "x"}
    a: Mapped[int]


class Seven(base.UUIDv7Base):
    b: Mapped[bool]


class Own(UUIDPrimaryKey, AuditColumns, CommonTableAttributes, DeclarativeBase):
    __abstract__ = True
    registry = orm_registry


class Thing(Own):
    c: Mapped[float]


class ThingTag(DefaultBase):
    thing_id: Mapped[UUID] = mapped_column(ForeignKey("thing.id"), primary_key=True)
    tag_id: Mapped[int] = mapped_column(ForeignKey("tags.id"), primary_key=True)
    __table_args__ = (UniqueConstraint("thing_id"),)
