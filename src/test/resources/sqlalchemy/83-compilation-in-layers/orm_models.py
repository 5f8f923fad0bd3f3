import datetime, uuid
from abc import ABC, abstractmethod
from typing import Any, Dict, Generic, Hashable, List, Optional, TypeVar, Union, TYPE_CHECKING, Annotated
from uuid import UUID as PyUUID
import sqlalchemy as sa
from sqlalchemy import FetchedValue, Text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import DeclarativeBase, Mapped, as_declarative, declared_attr, mapped_column, registry, relationship, synonym, MappedAsDataclass, declarative_mixin
from sqlalchemy.sql import functions, schema
from sqlalchemy.sql.functions import coalesce, FunctionElement
from sqlalchemy.types import CHAR, TypeDecorator
from enum import Enum as E, auto


class GenerateUUID(FunctionElement):
    name = "uuid_default"
    inherit_cache = True


@compiles(GenerateUUID, "postgresql")
@compiles(GenerateUUID)
def generate_uuid_postgresql(element, compiler, **kwargs):
    return "(GEN_RANDOM_UUID())"


@compiles(GenerateUUID, "sqlite")
def generate_uuid_sqlite(element, compiler, **kwargs):
    return """
    (
        lower(hex(randomblob(4)))
        || '-'
        || lower(hex(randomblob(2)))
    )
    """


class now(functions.FunctionElement):
    type = sa.DateTime()
    inherit_cache = True


@compiles(now, "sqlite")
def _c(element, compiler, **kw):
    return "strftime('%Y-%m-%d %H:%M:%f000', 'now')"


@compiles(now)
def _d(element, compiler, **kw):
    return "CURRENT_TIMESTAMP"


class Timestamp(TypeDecorator):
    impl = sa.TIMESTAMP(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.TIMESTAMP(timezone=True))
        elif dialect.name == "sqlite":
            return dialect.type_descriptor(sqlite.DATETIME(storage_format="%(year)04d"))
        else:
            return dialect.type_descriptor(sa.TIMESTAMP(timezone=True))


class UUID(TypeDecorator):
    impl = TypeDecorator if False else sa.types.TypeEngine
    impl = CHAR
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.UUID())
        else:
            return dialect.type_descriptor(CHAR(36))


class JSON(TypeDecorator):
    impl = postgresql.JSONB
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.JSONB(none_as_null=True))
        elif dialect.name == "sqlite":
            return dialect.type_descriptor(sqlite.JSON(none_as_null=True))
        return dialect.type_descriptor(sa.JSON())


class Pydantic(TypeDecorator):
    cache_ok = None
    impl = JSON

    def __init__(self, pydantic_type, sa_column_type=None):
        super().__init__()
        self._pydantic_type = pydantic_type
        if sa_column_type is not None:
            self.impl = sa_column_type


def camel_to_snake(s):
    return s.lower()


class StateType(str, E):
    SCHEDULED = auto()
    PENDING = "PENDING"


class Base(DeclarativeBase):
    registry = registry(
        metadata=schema.MetaData(
            naming_convention={
                "ix": "ix_%(table_name)s__%(column_0_N_name)s",
                "uq": "uq_%(table_name)s__%(column_0_N_name)s",
                "ck": "ck_%(table_name)s__%(constraint_name)s",
                "fk": "fk_%(table_name)s__%(column_0_N_name)s__%(referred_table_name)s",
                "pk": "pk_%(table_name)s",
            }
        ),
        type_annotation_map={uuid.UUID: UUID, datetime.datetime: Timestamp, Dict[str, Any]: JSON, dict[str, Any]: JSON, list[str]: JSON},
    )
    __mapper_args__ = {"eager_defaults": True}

    def __repr__(self): return f"{self.__class__.__name__}(id={self.id})"

    @declared_attr.directive
    def __tablename__(cls) -> str:
        return camel_to_snake(cls.__name__)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, server_default=GenerateUUID(), default=uuid.uuid4)
    created: Mapped[datetime.datetime] = mapped_column(server_default=now(), default=lambda: 1)
    updated: Mapped[datetime.datetime] = mapped_column(index=True, server_default=now(), onupdate=now(), server_onupdate=FetchedValue())


class Flow(Base):
    name: Mapped[str]
    tags: Mapped[list[str]] = mapped_column(server_default="[]", default=list)
    __table_args__ = (sa.UniqueConstraint("name"), sa.Index("ix_flow__created", "created"))


class TrackedRun:
    name: Mapped[str] = mapped_column(default=lambda: "x", index=True)
    state_type: Mapped[Optional[StateType]] = mapped_column(sa.Enum(StateType, name="state_type"))
    run_count: Mapped[int] = mapped_column(server_default="0", default=0)
    total: Mapped[datetime.timedelta] = mapped_column(server_default="0", default=datetime.timedelta(0)) if False else mapped_column(sa.Interval())

    @hybrid_property
    def estimated(self): return self.run_count

    @estimated.inplace.expression
    @classmethod
    def _e(cls): return cls.run_count


class FlowRun(TrackedRun, Base):
    flow_id: Mapped[uuid.UUID] = mapped_column(sa.ForeignKey("flow.id", ondelete="cascade"), index=True)
    parameters: Mapped[dict[str, Any]] = mapped_column(server_default="{}", default=dict)
    work_queue_id: Mapped[Union[uuid.UUID, None]] = mapped_column(sa.ForeignKey("flow.id", ondelete="SET NULL"), index=True)
    policy: Mapped[Any] = mapped_column(Pydantic(dict), server_default="{}")
    listed: Mapped[Optional[list[str]]] = mapped_column(JSON)

    @declared_attr.directive
    @classmethod
    def __table_args__(cls):
        return (
            sa.Index("uq_flow_run__flow_id_name", cls.flow_id, cls.name, unique=True),
            sa.Index("ix_flow_run__coalesce_start_time_expected_start_time_desc", coalesce(cls.created, cls.updated).desc()),
            sa.Index("ix_flow_run__end_desc", cls.updated.desc()),
            sa.Index("ix_flow_run__state_type_scheduled", cls.flow_id, postgresql_where=(cls.state_type == StateType.PENDING), sqlite_where=(cls.run_count > 0)),
        )
