import uuid
from datetime import datetime
from typing import Annotated

from sqlalchemy import DateTime, MetaData, String, Uuid, func, text
from sqlalchemy.ext.asyncio import AsyncAttrs
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

datetime_tz = Annotated[datetime, mapped_column(DateTime(timezone=True), server_default=func.timezone("UTC", func.now()))]


class Base(AsyncAttrs, DeclarativeBase):
    __abstract__ = True
    metadata = MetaData(naming_convention=NAMING)
    repr_cols_num: int = 3
    repr_cols: tuple[str, ...] = ()

    @declared_attr.directive
    @classmethod
    def __tablename__(cls) -> str:
        return f"{cls.__name__.lower()}_tbl"


class UUIDMixin:
    id: Mapped[uuid.UUID] = mapped_column(Uuid(as_uuid=True), primary_key=True, server_default=func.gen_random_uuid(), sort_order=-10)


class CreatedMixin:
    created_at: Mapped[datetime_tz]
    updated_at: Mapped[datetime_tz] = mapped_column(onupdate=func.now())
