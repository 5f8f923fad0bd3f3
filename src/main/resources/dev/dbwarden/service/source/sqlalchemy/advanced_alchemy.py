# The bases, columns and types of Advanced Alchemy (1.4), which are Litestar's too.
import datetime
import re
import uuid
from typing import Any
from pydantic import AnyHttpUrl, AnyUrl, EmailStr, IPvAnyAddress, IPvAnyInterface, IPvAnyNetwork, Json
from sqlalchemy import BINARY, JSON, BigInteger, CHAR, Date, DateTime, Integer, MetaData, Sequence, String, Text, UniqueConstraint
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncAttrs
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column, registry
from sqlalchemy.types import TypeDecorator

BigIntIdentity = BigInteger().with_variant(Integer, "sqlite")
JsonB = JSON().with_variant(postgresql.JSONB, "postgresql")


class DateTimeUTC(TypeDecorator):
    impl = DateTime(timezone=True)


class GUID(TypeDecorator):
    impl = BINARY(16)

    def __init__(self, *arguments, binary=True, **options):
        self.binary = binary

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return postgresql.UUID()
        return BINARY(16) if self.binary else CHAR(32)


class EncryptedString(TypeDecorator):
    impl = String

    def load_dialect_impl(self, dialect):
        return Text() if dialect.name in ("mysql", "mariadb") else String()


class EncryptedText(TypeDecorator):
    impl = Text()


class PasswordHash(TypeDecorator):
    impl = String

    def __init__(self, backend, length=128):
        super().__init__(length=length)


class StoredObject(TypeDecorator):
    impl = JsonB


class FileObject:
    pass


class FileObjectList:
    pass


convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def create_registry(custom_annotation_map=None):
    types = {
        uuid.UUID: GUID,
        datetime.datetime: DateTimeUTC,
        datetime.date: Date,
        dict: JsonB,
        dict[str, Any]: JsonB,
        dict[str, str]: JsonB,
        FileObject: StoredObject,
        FileObjectList: StoredObject,
        EmailStr: String,
        AnyUrl: String,
        AnyHttpUrl: String,
        Json: JsonB,
        IPvAnyAddress: String,
        IPvAnyInterface: String,
        IPvAnyNetwork: String,
    }
    if custom_annotation_map is not None:
        types.update(custom_annotation_map)
    return registry(metadata=MetaData(naming_convention=convention), type_annotation_map=types)


orm_registry = create_registry()


class BasicAttributes:
    pass


class CommonTableAttributes(BasicAttributes):
    @declared_attr.directive
    def __tablename__(cls):
        return re.sub(r"((?<=[a-z0-9])[A-Z]|(?!^)[A-Z](?=[a-z]))", r"_\1", cls.__name__).lower()


class SentinelMixin:
    @declared_attr
    def _sentinel(cls):
        return mapped_column("sa_orm_sentinel", Integer, nullable=True)


class UUIDPrimaryKey(SentinelMixin):
    id: Mapped[uuid.UUID] = mapped_column(default=uuid.uuid4, primary_key=True)


class UUIDv6PrimaryKey(UUIDPrimaryKey):
    pass


class UUIDv7PrimaryKey(UUIDPrimaryKey):
    pass


class NanoIDPrimaryKey(SentinelMixin):
    id: Mapped[str] = mapped_column(default=uuid.uuid4, primary_key=True)


class BigIntPrimaryKey:
    @declared_attr
    def id(cls) -> Mapped[int]:
        return mapped_column(BigIntIdentity, Sequence(f"{cls.__tablename__}_id_seq", optional=False), primary_key=True)


class AuditColumns:
    created_at: Mapped[datetime.datetime] = mapped_column(DateTimeUTC)
    updated_at: Mapped[datetime.datetime] = mapped_column(DateTimeUTC)


class SlugKey:
    @declared_attr
    def slug(cls) -> Mapped[str]:
        return mapped_column(String(100), nullable=False)

    @declared_attr.directive
    def __table_args__(cls):
        return (UniqueConstraint(cls.slug, name=f"uq_{cls.__tablename__}_slug"),)


class UniqueMixin:
    pass


class AdvancedDeclarativeBase(DeclarativeBase):
    registry = orm_registry
    __abstract__ = True


class UUIDBase(UUIDPrimaryKey, CommonTableAttributes, AdvancedDeclarativeBase, AsyncAttrs):
    __abstract__ = True


class UUIDAuditBase(CommonTableAttributes, UUIDPrimaryKey, AuditColumns, AdvancedDeclarativeBase, AsyncAttrs):
    __abstract__ = True


class UUIDv6Base(UUIDBase):
    __abstract__ = True


class UUIDv6AuditBase(UUIDAuditBase):
    __abstract__ = True


class UUIDv7Base(UUIDBase):
    __abstract__ = True


class UUIDv7AuditBase(UUIDAuditBase):
    __abstract__ = True


class NanoIDBase(NanoIDPrimaryKey, CommonTableAttributes, AdvancedDeclarativeBase, AsyncAttrs):
    __abstract__ = True


class NanoIDAuditBase(CommonTableAttributes, NanoIDPrimaryKey, AuditColumns, AdvancedDeclarativeBase, AsyncAttrs):
    __abstract__ = True


class BigIntBase(BigIntPrimaryKey, CommonTableAttributes, AdvancedDeclarativeBase, AsyncAttrs):
    __abstract__ = True


class BigIntAuditBase(CommonTableAttributes, BigIntPrimaryKey, AuditColumns, AdvancedDeclarativeBase, AsyncAttrs):
    __abstract__ = True


class DefaultBase(CommonTableAttributes, AdvancedDeclarativeBase, AsyncAttrs):
    __abstract__ = True
