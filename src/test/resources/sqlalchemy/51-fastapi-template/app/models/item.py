from __future__ import annotations

import typing as t
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Numeric, String, Text, case, select
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, column_property, mapped_column, relationship

from app.db.base_class import Base

if t.TYPE_CHECKING:
    from .user import User


class Item(Base):
    id: Mapped[int] = mapped_column(primary_key=True, index=True)
    title: Mapped[str] = mapped_column(String(255))
    description: Mapped[t.Optional[str]] = mapped_column(Text)
    price: Mapped[Decimal] = mapped_column(Numeric(10, 4))
    tax: Mapped[Decimal] = mapped_column(Numeric(10, 4), server_default="0")
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    owner: Mapped[User] = relationship(back_populates="items")
    gross = column_property(price + tax)

    __table_args__ = (Index(None, "owner_id", "title"),)

    @hybrid_property
    def cheap(self) -> bool:
        return self.price < 10

    @cheap.expression
    def cheap(cls):
        return case((cls.price < 10, True), else_=False)
