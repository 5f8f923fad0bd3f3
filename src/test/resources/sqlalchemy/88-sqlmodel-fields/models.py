import datetime as dt
import enum
from typing import Annotated, List, Optional, Union
import sqlalchemy as sa
import sqlmodel
from pydantic import BaseModel, ConfigDict, NonNegativeInt, PositiveInt, UUID4, StringConstraints, constr, Field as PField
from sqlalchemy import MetaData
from sqlmodel import AutoString, Column, Field, JSON, Relationship, SQLModel, String, TIMESTAMP, text, create_engine, DateTime, Enum as SEnum, func, UniqueConstraint, Index

NAMING_CONVENTION = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
SQLModel.metadata.naming_convention = NAMING_CONVENTION


def snowflake() -> int:
    return 1


class Kind(enum.IntEnum):
    one = 1
    two = 2


class Audit(SQLModel):
    created_at: Optional[dt.datetime] = Field(default=None, sa_type=DateTime(timezone=True), sa_column_kwargs={"server_default": func.now()}, nullable=False)
    changed_at: Optional[dt.datetime] = Field(default=None, sa_type=sa.DateTime(timezone=True), sa_column_kwargs={"onupdate": func.now(), "server_default": func.now()})


class Item(Audit, table=True):
    id: int = Field(default_factory=snowflake, primary_key=True)
    short: Annotated[str, Field(max_length=5)]
    con: constr(max_length=7)
    cons: Annotated[str, StringConstraints(max_length=9)] = "x"
    pos: PositiveInt = 1
    nn: Optional[NonNegativeInt] = None
    u4: UUID4
    kind: Kind = Kind.one
    kinds: Optional[Kind] = Field(default=None, sa_column=Column(SEnum(Kind), nullable=True))
    checked: int = Field(sa_column_args=[sa.CheckConstraint("checked > 0", name="positive")], ge=1)
    forced: int = Field(default=1, nullable=False, sa_column_kwargs={"nullable": True, "comment": "x", "name": "renamed"})
    ts: dt.datetime = Field(sa_column=Column(TIMESTAMP(timezone=True), nullable=False, server_default=text("CURRENT_TIMESTAMP")))
    auto: str = Field(sa_type=AutoString(20))
    text_: str = Field(sa_type=sa.Text)
    tags: List[str] = Field(default_factory=list, sa_type=JSON)
    idx: Optional[str] = Field(default=None, index=True, unique=True, max_length=3)
    owner_id: Optional[int] = Field(default=None, foreign_key="owners.id", ondelete="SET NULL", index=True)
    owner: Optional["Owner"] = Relationship(back_populates="items")
    bio: str | None = Field(default=None, max_length=100, regex="^a")
    __table_args__ = (UniqueConstraint("short", "con"), Index(None, "pos", "nn"), {"comment": "items"})


class Owner(SQLModel, table=True):
    __tablename__ = "owners"
    model_config = ConfigDict(arbitrary_types_allowed=True)
    id: int | None = Field(default=None, primary_key=True, index=True)
    login: str = Field(min_length=1, max_length=64, unique=True)
    big: int = Field(sa_column=Column(sa.BigInteger, autoincrement=False))
    items: list[Item] = Relationship(back_populates="owner")


class WithConf(SQLModel):
    id: int = Field(primary_key=True)


class Sub(WithConf, table=True):
    __table_args__ = {"schema": "other"}
    name: Union[str, None]


class OwnerPublic(BaseModel):
    id: int
