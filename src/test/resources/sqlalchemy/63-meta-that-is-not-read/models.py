from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Booking(Base):
    __tablename__ = "booking"
    id: Mapped[int] = mapped_column(primary_key=True)

    class Meta:
        checks = [{"name": "c", "expression": "id > 0", "validated": False}]
        uniques = [{"name": "u", "columns": ["id"], "where": "id > 1"}]
        indexes = [{"name": "i", "columns": ["id"], "sorted": "desc"}]
