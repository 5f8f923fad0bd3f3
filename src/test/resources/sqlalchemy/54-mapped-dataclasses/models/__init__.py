from __future__ import annotations

from datetime import date, datetime, timezone
from enum import Enum, IntEnum, StrEnum
from typing import Annotated, Any, Final, Literal, Optional
import uuid

from sqlalchemy import ARRAY, JSON, BigInteger, CheckConstraint, DateTime, Enum as SAEnum, ForeignKey, Index, Integer, LargeBinary, Numeric, SmallInteger, String, Text, UniqueConstraint, func, text
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column, relationship, registry, declared_attr, validates
from sqlalchemy.ext.associationproxy import AssociationProxy, association_proxy

MAX_NAME: Final = 120
intpk = Annotated[int, mapped_column(primary_key=True, init=False)]
timestamp = Annotated[datetime, mapped_column(DateTime(timezone=True), nullable=False, server_default=func.now(), init=False)]
str30 = Annotated[str, 30]
str_name = Annotated[str, mapped_column(String(MAX_NAME))]
user_fk = Annotated[int, mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)]


class Plan(str, Enum):
    FREE = "free"
    PRO = "pro"


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Base(MappedAsDataclass, DeclarativeBase):
    type_annotation_map = {
        str30: String(30),
        dict[str, Any]: JSON,
        Plan: SAEnum(Plan, native_enum=False, length=16, values_callable=lambda e: [x.value for x in e]),
        Literal["a", "b"]: SAEnum("a", "b", name="letter"),
    }


class Account(Base):
    __tablename__ = "account"

    id: Mapped[intpk]
    name: Mapped[str_name]
    code: Mapped[str30] = mapped_column(unique=True)
    nick: Mapped[Optional[str30]] = mapped_column(default=None)
    plan: Mapped[Plan] = mapped_column(default=Plan.FREE, server_default=Plan.FREE.value)
    level: Mapped[Level] = mapped_column(SAEnum(Level, name="account_level"), default=Level.LOW)
    letter: Mapped[Literal["a", "b"]] = mapped_column(default="a")
    settings: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    created: Mapped[timestamp] = mapped_column(init=False)
    born: Mapped[date | None] = mapped_column(default=None)
    posts: Mapped[list[Post]] = relationship(back_populates="author", default_factory=list)
    titles: AssociationProxy[list[str]] = association_proxy("posts", "title", init=False)


class Post(Base, kw_only=True):
    __tablename__ = "post"
    __table_args__ = (
        UniqueConstraint("author_id", "slug", name="uq_post_slug"),
        Index("ix_post_recent", text("created DESC"), "author_id"),
        CheckConstraint("length(title) > 0", name="title_given"),
        {"comment": "what people write"},
    )

    id: Mapped[intpk]
    author_id: Mapped[user_fk] = mapped_column(init=False)
    slug: Mapped[str_name]
    title: Mapped[str] = mapped_column(String(MAX_NAME * 2))
    body: Mapped[str] = mapped_column(Text, deferred=True, repr=False)
    score: Mapped[int] = mapped_column(SmallInteger, server_default="0", default=0)
    created: Mapped[timestamp] = mapped_column(init=False)
    author: Mapped[Account] = relationship(back_populates="posts")

    @validates("title")
    def strip(self, key, value):
        return value.strip()
