from __future__ import annotations
import enum, logging, typing
from typing import Annotated
from uuid import UUID
import sqlalchemy
from sqlalchemy import MetaData, event, inspect, FetchedValue, func, text
from sqlalchemy.dialects.postgresql import UUID as PG_UUID, TIMESTAMP, CITEXT
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, sessionmaker
from datetime import datetime

logger = logging.getLogger(__name__)
bool_false = Annotated[bool, mapped_column(server_default=sqlalchemy.sql.false())]
bool_true = Annotated[bool, mapped_column(server_default=sqlalchemy.sql.true())]
datetime_now = Annotated[datetime, mapped_column(server_default=sqlalchemy.func.now())]
metadata = sqlalchemy.MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "%(table_name)s_%(column_0_name)s_fkey",
        "pk": "pk_%(table_name)s",
    }
)


class ModelBase(DeclarativeBase):
    metadata = metadata
    type_annotation_map = {
        UUID: PG_UUID(as_uuid=True),
        enum.Enum: sqlalchemy.Enum(enum.Enum, values_callable=lambda x: [e.value for e in x]),
    }

    def __repr__(self):
        return ""


class Model(ModelBase):
    __abstract__ = True
    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=sqlalchemy.text("gen_random_uuid()"))
