from datetime import datetime
from sqlalchemy import Boolean, DateTime, String, func, Column, text, Text
from sqlalchemy.orm import declared_attr, declarative_mixin


@declarative_mixin
class Named:
    name = Column(String(100), nullable=False)
    note = Column(Text)


@declarative_mixin
class SoftDelete:
    deleted_at = Column(DateTime)

    @declared_attr
    def is_deleted(cls):
        return Column(Boolean, nullable=False, server_default=text("false"))


class Audited:
    @declared_attr
    def created_at(cls):
        return Column(DateTime(timezone=True), server_default=func.now(), nullable=False)

    @declared_attr
    def updated_at(cls):
        return Column(DateTime(timezone=True), server_default=func.now(), onupdate=func.now())
