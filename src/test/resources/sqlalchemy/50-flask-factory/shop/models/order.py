import enum

from ..extensions import db
from .mixins import PkModel, TimestampMixin, reference_col


class OrderStatus(enum.Enum):
    NEW = "new"
    PAID = "paid"
    SENT = "sent"
    CANCELLED = "cancelled"


class Order(TimestampMixin, PkModel):
    __tablename__ = "orders"
    status = db.Column(db.Enum(OrderStatus, name="order_status", native_enum=False, length=20), nullable=False, default=OrderStatus.NEW, server_default=OrderStatus.NEW.name)
    user_id = reference_col("user")
    placed_at = db.Column(db.DateTime(timezone=True), server_default=db.func.now())
    total = db.Column(db.Numeric(12, 2))
    items = db.relationship("OrderItem", back_populates="order", cascade="all, delete-orphan")


class OrderItem(PkModel):
    order_id = reference_col("orders")
    product_id = reference_col("product")
    quantity = db.Column(db.Integer, db.CheckConstraint("quantity > 0", name="quantity"), nullable=False)
    order = db.relationship(Order, back_populates="items")
    __table_args__ = (db.UniqueConstraint(order_id, product_id, name="uq_item_once"), {"comment": "lines"})
