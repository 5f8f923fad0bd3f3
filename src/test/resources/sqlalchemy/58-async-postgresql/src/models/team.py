from __future__ import annotations
import enum
from uuid import UUID
from sqlalchemy import ARRAY, CheckConstraint, Computed, Enum, ForeignKey, Index, String, Text, UniqueConstraint, and_, func, or_, text
from sqlalchemy.dialects.postgresql import ARRAY as PG_ARRAY, CITEXT, ENUM, INET, JSONB, TSVECTOR, TSTZRANGE, ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship
from .base import Base, CreatedMixin, UUIDMixin


class Role(enum.StrEnum):
    OWNER = enum.auto()
    ADMIN = enum.auto()
    MEMBER = "member"


class Team(UUIDMixin, CreatedMixin, Base):
    name: Mapped[str] = mapped_column(String(60), unique=True)
    domains: Mapped[list[str]] = mapped_column(PG_ARRAY(Text), server_default=text("'{}'::text[]"))
    settings: Mapped[dict | None] = mapped_column(JSONB, server_default="{}")
    search: Mapped[str] = mapped_column(TSVECTOR, Computed("to_tsvector('simple', name)", persisted=True))
    members: Mapped[list[Member]] = relationship(back_populates="team", passive_deletes=True)
    __table_args__ = (
        Index(None, search, postgresql_using="gin"),
        Index("ix_team_settings", settings, postgresql_using="gin", postgresql_ops={"settings": "jsonb_path_ops"}),
        CheckConstraint(func.length(name) > 2, name="long_enough"),
        CheckConstraint(or_(name != "root", and_(name == "root", settings.is_(None))), name="root_is_bare"),
    )


class Member(CreatedMixin, Base):
    __tablename__ = "member"
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team_tbl.id", ondelete="CASCADE"), primary_key=True)
    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    role: Mapped[Role] = mapped_column(Enum(Role, name="member_role", values_callable=lambda x: [i.value for i in x]), server_default=Role.MEMBER.value)
    last_ip: Mapped[str | None] = mapped_column(INET)
    during: Mapped[str | None] = mapped_column(TSTZRANGE)
    team: Mapped[Team] = relationship(back_populates="members")
    __table_args__ = (
        Index("uq_member_owner", "team_id", unique=True, postgresql_where=text("role = 'owner'")),
        ExcludeConstraint((during, "&&"), name="ex_member_during", using="gist"),
    )


class Invite(UUIDMixin, CreatedMixin, Base):
    team_id: Mapped[UUID] = mapped_column(ForeignKey(Team.id, ondelete="CASCADE"))
    email: Mapped[str] = mapped_column(CITEXT)
    role: Mapped[Role | None]
    __table_args__ = (UniqueConstraint("team_id", "email", postgresql_nulls_not_distinct=True),)
