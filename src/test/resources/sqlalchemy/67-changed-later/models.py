from sqlalchemy import Column, Integer, String, ForeignKey, MetaData, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, declarative_base
class B(DeclarativeBase):
    pass
class Post(B):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(4))
    c = Column(Integer)
Post.__table__.c.name.nullable = True
Post.__table__.schema = "x"
Post.__table__.c.c.server_default = "4"
for t in B.metadata.tables.values():
    t.comment = "hi"
for t in B.metadata.sorted_tables:
    t.schema = "hi"
for name, t in B.metadata.tables.items():
    for col in t.columns:
        col.nullable = False
B.metadata.schema = "x"
B.metadata.tables["post"].comment = "x"
