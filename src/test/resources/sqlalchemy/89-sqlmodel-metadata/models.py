from sqlalchemy import MetaData, Table, Column, Integer, ForeignKey
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

SQLModel.metadata = MetaData(schema="app", naming_convention={"pk": "pk_%(table_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s"})

link = Table("link", SQLModel.metadata, Column("a", Integer, ForeignKey("app.hero.id"), primary_key=True))


class Base(SQLModel, registry=registry(metadata=MetaData(naming_convention={"pk": "key_of_%(table_name)s"}))):
    pass


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)


class Other(Base, table=True):
    id: int = Field(primary_key=True)
