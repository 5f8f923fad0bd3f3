from fastapi_users_db_sqlalchemy import SQLAlchemyBaseOAuthAccountTableUUID, SQLAlchemyBaseUserTableUUID
from sqlalchemy import Column, Integer, PrimaryKeyConstraint, Table
from sqlalchemy.ext.declarative import DeferredReflection
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy_continuum import make_versioned
from sqlmodel import SQLModel
from third_party.mixins import TimestampMixin

make_versioned()


class Base(DeclarativeBase):
    pass


class ByConstraint(Base):
    __tablename__ = "by_constraint"
    a: Mapped[int]
    __table_args__ = (PrimaryKeyConstraint("a"),)


class ByMapper(Base):
    __tablename__ = "by_mapper"
    a: Mapped[int] = mapped_column()
    __mapper_args__ = {"primary_key": [a]}


class WithoutKey(Base):
    __tablename__ = "without_key"
    name: Mapped[str]


class OfTable(Base):
    __table__ = Table("of_table", Base.metadata, Column("a", Integer))


class Hero(SQLModel, table=True):
    name: str


class Renamed(SQLAlchemyBaseUserTableUUID, Base):
    __tablename__ = "users"


class RefersToUser(SQLAlchemyBaseOAuthAccountTableUUID, Base):
    pass


class Reflected(DeferredReflection, Base):
    __tablename__ = "reflected"
    id: Mapped[int] = mapped_column(primary_key=True)


class OfUnknownMixin(TimestampMixin, Base):
    __tablename__ = "of_unknown_mixin"
    id: Mapped[int] = mapped_column(primary_key=True)
