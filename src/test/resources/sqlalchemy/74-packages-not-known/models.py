import sqlalchemy as sa
from fastapi_users_db_sqlalchemy import SQLAlchemyOther
from pgvector.sqlalchemy import Tensor
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy_utils import CompositeType


class Base(DeclarativeBase):
    pass


class Article(Base):
    __tablename__ = "articles"

    id = mapped_column(sa.Integer, primary_key=True)
    search = mapped_column(CompositeType("search", []))
    price = mapped_column(CompositeType("money", []))
    tensor = mapped_column(Tensor(3))


class Other(SQLAlchemyOther):
    id = mapped_column(sa.Integer, primary_key=True)
