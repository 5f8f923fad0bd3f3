from sqlalchemy import Column, ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import declarative_base, declared_attr, relationship

Base = declarative_base()


def translatable(parent, *fields):
    class Translation(Base):
        __tablename__ = f"{parent.__tablename__}_translation"
        __table_args__ = (UniqueConstraint("parent_id", "language"),)
        id = Column(Integer, primary_key=True)
        parent_id = Column(Integer, ForeignKey(f"{parent.__tablename__}.id", ondelete="CASCADE"), nullable=False)
        language = Column(String(5), nullable=False)

    Translation.__name__ = parent.__name__ + "Translation"
    return Translation


class Page(Base):
    __tablename__ = "page"
    id = Column(Integer, primary_key=True)
    slug = Column(String(80), unique=True)


class Menu(Base):
    __tablename__ = "menu"
    id = Column(Integer, primary_key=True)


PageTranslation = translatable(Page, "title")
MenuTranslation = translatable(Menu, "label")


def make_log_mixin(length):
    class LogMixin:
        log_level = Column(String(length), nullable=False, server_default="info")

        @declared_attr
        def logged_by(cls):
            return Column(Integer, ForeignKey("page.id"), nullable=True)

    return LogMixin


class Event(make_log_mixin(12), Base):
    __tablename__ = "event"
    id = Column(Integer, primary_key=True)
