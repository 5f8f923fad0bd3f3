from ..extensions import db
from .mixins import PkModel, TimestampMixin, reference_col


class Category(PkModel):
    __tablename__ = "categories"
    name = db.Column(db.String(60), nullable=False)
    parent_id = reference_col("categories", nullable=True, foreign_key_kwargs={"ondelete": "SET NULL"})
    children = db.relationship("Category", backref=db.backref("parent", remote_side="Category.id"))


class Product(TimestampMixin, PkModel):
    sku = db.Column(db.Unicode(40), nullable=False)
    title = db.Column(db.Unicode(200), nullable=False)
    description = db.Column(db.UnicodeText)
    price = db.Column(db.Numeric(10, 2), nullable=False, server_default="0.00")
    weight = db.Column(db.Float)
    category_id = reference_col("categories", column_kwargs={"index": True})
    attributes = db.Column(db.JSON, nullable=False, default=dict)

    __table_args__ = (
        db.UniqueConstraint("sku"),
        db.CheckConstraint("price >= 0", name="price_not_negative"),
        db.Index(None, "title", "price"),
    )


class ProductImage(PkModel):
    product_id = reference_col("product", foreign_key_kwargs=dict(ondelete="CASCADE", onupdate="CASCADE"))
    url = db.Column(db.String(500), nullable=False)
    position = db.Column(db.SmallInteger, nullable=False, server_default=db.text("0"))
