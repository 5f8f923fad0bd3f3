from sqlalchemy import Integer, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Booking(Base):
    __tablename__ = "booking"
    id: Mapped[int] = mapped_column(primary_key=True)
    room: Mapped[int | None]
    guest: Mapped[str | None] = mapped_column(String(40))

    class Meta:
        comment = "who sleeps where"
        checks = [{"name": "room_is_one", "expression": "room > 0", "no_inherit": True}]
        uniques = [{"name": "once", "columns": ["room"], "include": ["guest"], "nulls_not_distinct": True}]
        indexes = [{"name": "by_guest", "columns": ["guest"], "unique": False, "where": "room IS NOT NULL"}]
