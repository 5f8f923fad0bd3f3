# The DDL beside this file was derived from the published source of the package, not made by it.
from pgvector.sqlalchemy import BIT, HALFVEC, SPARSEVEC, VECTOR, Vector
from sqlalchemy import Index
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Item(Base):
    __tablename__ = "items"

    id: Mapped[int] = mapped_column(primary_key=True)
    embedding: Mapped[list[float]] = mapped_column(Vector(3))
    title = mapped_column(VECTOR(dim=384), nullable=False)
    half = mapped_column(HALFVEC(1536))
    bits = mapped_column(BIT(64))
    sparse = mapped_column(SPARSEVEC(1000))
    any_size = mapped_column(Vector)


index = Index("items_embedding", Item.embedding, postgresql_using="hnsw", postgresql_with={"m": 16, "ef_construction": 64}, postgresql_ops={"embedding": "vector_l2_ops"})
