import sqlalchemy as sa
from sqlalchemy.orm import declarative_base
from sqlalchemy_utils import TSVectorType, IntRangeType, DateRangeType, NumericRangeType, DateTimeRangeType, Int8RangeType, WeekDaysType, LtreeType, UUIDType
from sqlalchemy_utils.types import TSVectorType as T2

Base = declarative_base()


class Article(Base):
    __tablename__ = "articles"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.Unicode(255))
    search = sa.Column(TSVectorType("name", "content", weights={"name": "A"}, regconfig="pg_catalog.simple"))
    other = sa.Column(T2)
    path = sa.Column(LtreeType, nullable=False)
    __table_args__ = (sa.Index("ix_search", search, postgresql_using="gin"),)
