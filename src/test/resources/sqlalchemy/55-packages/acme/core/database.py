import os
from sqlalchemy import create_engine, MetaData
from sqlalchemy.orm import sessionmaker, scoped_session, DeclarativeBase
from sqlalchemy import Column as C, Integer as Int, String as Str, ForeignKey as FK

__all__ = ["Base", "C", "Int", "Str", "FK", "short", "SCHEMA"]

SCHEMA = "acme"
DATABASE_URL = os.environ.get("DATABASE_URL", "sqlite://")
engine = create_engine(DATABASE_URL, echo=os.getenv("ECHO") == "1")
Session = scoped_session(sessionmaker(bind=engine))


class Base(DeclarativeBase):
    metadata = MetaData(schema=SCHEMA)


def short(n=32, *, nullable=True, **kw):
    kw.setdefault("index", False)
    return C(Str(n), nullable=nullable, **kw)
