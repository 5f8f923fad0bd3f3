"""What changes the schema while the program runs: each is refused at its place."""
from sqlalchemy import Column, Integer, MetaData, Table, event
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase, DeclarativeMeta, Mapped, declarative_base, mapped_column
from sqlalchemy.schema import CreateTable


class Base(DeclarativeBase):
    pass


Base.registry.update_type_annotation_map({int: Integer})


class Dog(Base):
    __tablename__ = "dogs"
    id: Mapped[int] = mapped_column(primary_key=True)


class Meta(DeclarativeMeta):
    def __init__(cls, name, bases, namespace):
        cls.extra = Column(Integer)
        super().__init__(name, bases, namespace)


Made = declarative_base(metaclass=Meta)


class Cat(Made):
    __tablename__ = "cats"
    id = Column(Integer, primary_key=True)


@event.listens_for(Table, "after_parent_attach")
def attached(table, metadata):
    table.append_column(Column("added", Integer))


@compiles(CreateTable)
def unlogged(element, compiler, **keywords):
    return "CREATE UNLOGGED TABLE"


class Copy(Base):
    __tablename__ = "copies"
    id = Dog.__table__.c.id._copy()


Dog.__table__.to_metadata(MetaData())
Base.metadata.remove(Dog.__table__)
several = [Column("id", Integer)]
several.sort(key=str)
Table("several", Base.metadata, *several)
