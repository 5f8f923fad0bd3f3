import enum
import uuid
from datetime import datetime, date, time, timedelta, timezone
from decimal import Decimal
from ipaddress import IPv4Address
from pathlib import Path
from typing import Any, ClassVar, Dict, List, Optional, Union
from uuid import UUID, uuid4

import sqlalchemy as sa
from pydantic import EmailStr, condecimal, conint, constr, validator
from sqlalchemy import JSON, BigInteger, Column, DateTime, ForeignKey, Index, Integer, String, Text, UniqueConstraint, func, text, event
from sqlalchemy import Enum as SQLEnum
from sqlalchemy.dialects.postgresql import UUID as PGUUID
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, Relationship, SQLModel
from sqlmodel.sql.sqltypes import AutoString


class AccessType(str, enum.Enum):
    PRIVATE = "PRIVATE"
    PUBLIC = "PUBLIC"


class UUIDModel(SQLModel):
    id: UUID = Field(default_factory=uuid4, primary_key=True)


class TimestampModel(SQLModel):
    created_at: datetime = Field(default_factory=datetime.utcnow, nullable=False)
    updated_at: Optional[datetime] = Field(sa_column=Column("updated", DateTime(timezone=True), onupdate=func.now()))


class FlowBase(SQLModel):
    __mapper_args__ = {"confirm_deleted_rows": False}
    name: str = Field(index=True)
    description: Optional[str] = Field(default=None, index=True, nullable=True)
    icon: Optional[str] = Field(default=None, nullable=True)
    data: Optional[Dict] = Field(default=None, sa_column=Column(JSON))
    is_component: Optional[bool] = Field(default=False, nullable=True)
    endpoint_name: Optional[str] = Field(default=None, nullable=True, index=True)
    mcp_enabled: bool = Field(default=False)
    access: AccessType = Field(default=AccessType.PRIVATE, sa_column=Column(SQLEnum(AccessType, name="access_type_enum", values_callable=lambda enum: [member.value for member in enum]), nullable=False, server_default=text("'PRIVATE'")))

    @validator("name")
    def check(cls, v): return v


class Flow(FlowBase, UUIDModel, TimestampModel, table=True):
    user_id: Optional[UUID] = Field(index=True, foreign_key="user.id", nullable=True)
    user: "User" = Relationship(back_populates="flows")
    fs_path: Optional[str] = Field(default=None, max_length=200)
    price: Decimal = Field(default=0, max_digits=5, decimal_places=3)
    price2: condecimal(max_digits=8, decimal_places=1) = Field(default=0)
    size: conint(gt=0) = 1
    tag: constr(max_length=12) = "x"
    addr: IPv4Address
    path: Path = Path("/")
    blob: Optional[bytes] = None
    d: date
    t: time
    td: timedelta
    f: float = 0.0
    status: AccessType
    opt_status: Optional[AccessType] = None
    __table_args__ = (UniqueConstraint("user_id", "name", name="unique_flow_name"), Index("ix_flow_lower", text("lower(name)")))


class User(UUIDModel, table=True):
    username: str = Field(index=True, sa_column_kwargs={"unique": True, "comment": "login"})
    email: EmailStr = Field(max_length=255)
    password: str = Field(sa_column=Column(Text, nullable=False, server_default=""))
    counter: int = Field(default=0, sa_column_args=[sa.CheckConstraint("counter >= 0", name="positive")])
    version: int = Field(default=1, sa_column_kwargs={"server_default": "1", "nullable": True})
    flows: List["Flow"] = Relationship(back_populates="user", sa_relationship_kwargs={"cascade": "delete"})
    parent_id: Optional[UUID] = Field(default=None, foreign_key="user.id")
    big: Optional[int] = Field(default=None, sa_column=Column(BigInteger()))
    _private: int = 1
    registry_of: ClassVar[dict] = {}


class Link(SQLModel, table=True):
    __tablename__ = "flow_link"
    a_id: Optional[UUID] = Field(default=None, foreign_key="flow.id", primary_key=True)
    b_id: Optional[UUID] = Field(default=None, foreign_key="user.id", primary_key=True)
    seq: int = Field(default=None, primary_key=True)


class Counter(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    n: int = Field(..., index=True, unique=True)
    m: int = Field(unique=True, index=False)
    un: Union[int, None] = None


class NamedByAttr(SQLModel, table=True):
    @declared_attr
    def __tablename__(cls) -> str: return "named_" + cls.__name__.lower()
    id: int = Field(primary_key=True)
    kind: str = Field(default="a", sa_column=Column(String(10), index=True, key="kindkey"))
