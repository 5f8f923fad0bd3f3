from sqlalchemy import Column, Integer, String, ForeignKey, MetaData, UniqueConstraint
from sqlalchemy.ext import declarative
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, declarative_base

NC = {"pk": "pk_%(table_name)s", "uq": "uq_%(table_name)s_%(column_0_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s", "ix": "idx_%(column_0_label)s"}

def get_base():
    base = declarative.declarative_base()
    base.metadata.naming_convention = NC
    return base

A = get_base()
class User(A):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)
    name = Column(String(20), unique=True, index=True)

class B(DeclarativeBase):
    pass
B.metadata.naming_convention = {"pk": "%(table_name)s_pk"}
class Post(B):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)

m = MetaData()
m.schema = "app"
C = declarative_base(metadata=m)
class Thing(C):
    __tablename__ = "thing"
    id = Column(Integer, primary_key=True)
