from sqlalchemy import CheckConstraint, Column, Index, Integer, String, text
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Item(Base):
    __tablename__ = "items"
    id = Column(Integer, primary_key=True)
    good = Column(String(20), server_default=text("'a'::text || '12:30' || '\\:b'"))
    bad = Column(String(20), server_default=text("'{\"a\":1}'"))
    __table_args__ = (
        CheckConstraint("good <> ':name'"),
        Index("ix", "good", postgresql_where=text("good = ':x'"), sqlite_where=text("good = ':x'")),
        CheckConstraint(text("good <> '\\:name'")),
    )
