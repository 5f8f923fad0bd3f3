"""One file, many habits."""
import datetime as dt
import enum
from dataclasses import dataclass
from typing import ClassVar, List, Optional, Set

import sqlalchemy as sa
import sqlalchemy.orm as so
from sqlalchemy import event, inspect
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.ext.associationproxy import association_proxy
from sqlalchemy.ext.hybrid import hybrid_method, hybrid_property
from sqlalchemy.ext.orderinglist import ordering_list


class Base(so.DeclarativeBase):
    registry = so.registry(type_annotation_map={str: sa.String(255), dt.datetime: sa.TIMESTAMP(timezone=True), bytes: sa.LargeBinary})


class Color(enum.Enum):
    red = 1
    green = 2
    DARK_BLUE = 3


class PaymentMethod(str, enum.Enum):
    card = "CARD"
    cash = "CASH"


@dataclass
class Size:
    width: int
    height: int


product_tags = sa.Table(
    "product_tags",
    Base.metadata,
    sa.Column("product_id", sa.ForeignKey("products.id"), primary_key=True),
    sa.Column("tag_id", sa.ForeignKey("tags.id"), primary_key=True),
    sa.Column("position", sa.Integer, server_default="0", nullable=False),
    sa.Index("ix_product_tags_rev", "tag_id", "product_id"),
)


class HasTimestamps:
    created_at: so.Mapped[dt.datetime] = so.mapped_column(server_default=sa.func.now(), sort_order=998)
    updated_at: so.Mapped[Optional[dt.datetime]] = so.mapped_column(onupdate=sa.func.now(), sort_order=999)


class HasOwner:
    @so.declared_attr
    def owner_id(cls) -> so.Mapped[int]:
        return so.mapped_column(sa.ForeignKey("owners.id"), index=True)

    @so.declared_attr
    def owner(cls) -> so.Mapped["Owner"]:
        return so.relationship("Owner", foreign_keys=[cls.owner_id])


class Owner(HasTimestamps, Base):
    __tablename__ = "owners"
    id: so.Mapped[int] = so.mapped_column(sa.Identity(start=100), primary_key=True)
    name: so.Mapped[str] = so.mapped_column()
    full: so.Mapped[str] = so.mapped_column(sa.Computed("upper(name)", persisted=True))
    products: so.WriteOnlyMapped["Product"] = so.relationship(back_populates="owner", overlaps="owner")


class Tag(Base):
    __tablename__ = "tags"
    DEFAULTS: ClassVar[List[str]] = ["new", "old"]
    id: so.Mapped[int] = so.mapped_column(primary_key=True)
    name: so.Mapped[str] = so.mapped_column(sa.String(30, collation="C"), unique=True)

    @hybrid_property
    def is_long(self):
        return sa.func.length(self.name) > 10


class Product(HasOwner, HasTimestamps, Base):
    __tablename__ = "products"
    __allow_unmapped__ = True
    __mapper_args__ = {"polymorphic_on": "type", "polymorphic_identity": "product", "eager_defaults": "auto"}

    id: so.Mapped[int] = so.mapped_column(primary_key=True)
    type: so.Mapped[str] = so.mapped_column(sa.String(20))
    name: so.Mapped[str] = so.mapped_column()
    color: so.Mapped[Optional[Color]]
    price_cents: so.Mapped[int] = so.mapped_column(sa.BigInteger)
    size: so.Mapped[Size] = so.composite(so.mapped_column("w"), so.mapped_column("h"))
    tags: so.Mapped[List[Tag]] = so.relationship(secondary=product_tags, order_by=product_tags.c.position)
    tag_names = association_proxy("tags", "name", creator=lambda name: Tag(name=name))
    upper_name = so.column_property(sa.func.upper(name))
    labels: so.Mapped[Set["Label"]] = so.relationship(collection_class=set)
    not_stored: Optional[str] = None

    @hybrid_property
    def price(self) -> float:
        return self.price_cents / 100

    @price.inplace.setter
    def _price_setter(self, value: float) -> None:
        self.price_cents = int(value * 100)

    @hybrid_method
    def cheaper_than(self, cents):
        return self.price_cents < cents

    @property
    def slug(self):
        return self.name.lower()


class Book(Product):
    __tablename__ = "books"
    id: so.Mapped[int] = so.mapped_column(sa.ForeignKey(Product.id, ondelete="CASCADE"), primary_key=True)
    isbn: so.Mapped[str] = so.mapped_column(sa.CHAR(13), unique=True)
    __mapper_args__ = {"polymorphic_identity": "book"}


class Poster(Product):
    glossy: so.Mapped[Optional[bool]] = so.mapped_column(use_existing_column=True)
    __mapper_args__ = {"polymorphic_identity": "poster"}


class Label(Base):
    __tablename__ = "labels"
    __table_args__ = (sa.PrimaryKeyConstraint("product_id", "language", name="labels_pk"), sa.ForeignKeyConstraint(["product_id"], ["products.id"], name="labels_product_fk", deferrable=True, initially="DEFERRED"))
    product_id: so.Mapped[int]
    language: so.Mapped[str] = so.mapped_column(sa.String(5))
    text: so.Mapped[str] = so.mapped_column(sa.Text, nullable=False, comment="what it says; isn't it?")


class Payment(Base):
    __tablename__ = "payments"
    id: so.Mapped[int] = so.mapped_column(sa.BigInteger, sa.Sequence("payment_seq", start=1000), primary_key=True)
    method: so.Mapped[PaymentMethod] = so.mapped_column(sa.Enum(PaymentMethod, values_callable=lambda obj: [e.value for e in obj], name="payment_method"))
    second: so.Mapped[Optional[PaymentMethod]]
    at: so.Mapped[dt.datetime] = so.mapped_column(default=lambda: dt.datetime.now(dt.timezone.utc))
    amount: so.Mapped[float]
    raw: so.Mapped[bytes]
    day: so.Mapped[dt.date] = so.mapped_column(index=True)
    took: so.Mapped[dt.timedelta | None]


sa.Index("ix_payments_lower", sa.func.date_trunc("day", Payment.at)) if False else None
sa.Index("ix_products_name_lower", sa.func.lower(Product.name), unique=True)


@event.listens_for(Product, "before_update")
def touch(mapper, connection, target):
    target.updated_at = dt.datetime.now()
