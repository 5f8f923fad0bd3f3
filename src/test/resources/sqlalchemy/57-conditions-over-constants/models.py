try:
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
except ImportError:
    DeclarativeBase = None

import sys
from sqlalchemy import JSON, String, Integer, Table, Column, ForeignKey, Index, MetaData, Text, Boolean, DateTime, func, text
from sqlalchemy.dialects.postgresql import JSONB
from config import settings, DEBUG

if settings.USE_JSONB:
    JsonType = JSON().with_variant(JSONB, "postgresql")
else:
    JsonType = Text()

if sys.version_info >= (3, 9):
    ListOfStr = list[str]
else:
    from typing import List
    ListOfStr = List[str]

metadata = MetaData(schema=settings.SCHEMA)


class Base(DeclarativeBase):
    metadata = metadata


def p(name):
    return settings.PREFIX + name


class Doc(Base):
    __tablename__ = p("doc")
    id: Mapped[int] = mapped_column(primary_key=True)
    body: Mapped[dict] = mapped_column(JsonType)
    title: Mapped[str] = mapped_column(String(settings.LENGTHS["long"]))
    short: Mapped[str] = mapped_column(String(settings.LENGTHS.get("short", 10)))
    lang: Mapped[str] = mapped_column(String(2), server_default=text("'en'"))
    if not DEBUG:
        tracked: Mapped[bool] = mapped_column(Boolean, server_default=text("false"))
    else:
        debug_info = mapped_column(Text)


COLUMNS = [("a", Integer), ("b", String(5)), ("c", DateTime)]
wide = Table(p("wide"), metadata, Column("id", Integer, primary_key=True), *(Column(name, kind, nullable=name != "a") for name, kind in COLUMNS), *[Column("x%d" % i, Integer) for i in range(1, 4)])
links = {}
assert wide is not None

ATTRS = dict(nullable=False, server_default="0")
stats = Table(
    "%sstats" % settings.PREFIX, metadata,
    Column("doc_id", Integer, ForeignKey("{}.id".format(p("doc"))), primary_key=True),
    Column("views", Integer, **ATTRS),
    Column("likes", Integer, **{**ATTRS, "comment": "thumbs"}),
    Index("ix_%s" % "_".join(["stats", "views"]), "views"),
)
