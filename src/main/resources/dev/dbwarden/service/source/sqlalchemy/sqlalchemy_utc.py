# What SQLAlchemy-Utc (0.14) makes of its type.
from sqlalchemy.types import DateTime, TypeDecorator


class UtcDateTime(TypeDecorator):
    impl = DateTime(timezone=True)
