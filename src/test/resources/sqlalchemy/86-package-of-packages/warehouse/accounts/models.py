from __future__ import annotations
import datetime
import enum
import typing
from uuid import UUID
from sqlalchemy import CheckConstraint, Enum, FetchedValue, ForeignKey, Index, LargeBinary, String, UniqueConstraint, orm, select, sql, text
from sqlalchemy.dialects.postgresql import ARRAY, CITEXT, JSONB, UUID as PG_UUID, ENUM
from sqlalchemy.exc import NoResultFound
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column
from warehouse import db
from warehouse.utils.attrs import make_repr
from warehouse.db import bool_false, bool_true, datetime_now

if typing.TYPE_CHECKING:
    from warehouse.packaging.models import Project


class DisableReason(enum.Enum):
    CompromisedPassword = "password compromised"
    AccountFrozen = "account frozen"


class SitemapMixin:
    @orm.declared_attr
    def sitemap_bucket(cls):
        return mapped_column(sql.sqltypes.Text, server_default=FetchedValue(), server_onupdate=FetchedValue(), nullable=False, name="sitemap_bucket")


class HasEvents:
    @orm.declared_attr.directive
    def __table_args2__(cls): return ()


class User(SitemapMixin, HasEvents, db.Model):
    __tablename__ = "users"
    __table_args__ = (
        CheckConstraint("length(username) <= 50", name="users_valid_username_length"),
        CheckConstraint("username ~* '^([A-Z0-9]|[A-Z0-9][A-Z0-9._-]*[A-Z0-9])$'", name="users_valid_username"),
    )
    __repr__ = make_repr("username")
    username: Mapped[CITEXT] = mapped_column(CITEXT, unique=True)
    name: Mapped[str] = mapped_column(String(length=100))
    password: Mapped[str] = mapped_column(String(length=128))
    password_date: Mapped[datetime.datetime | None] = mapped_column(db.TIMESTAMP, server_default=sql.func.now())
    is_active: Mapped[bool_false]
    is_superuser: Mapped[bool_false]
    prohibit: Mapped[bool_true]
    date_joined: Mapped[datetime_now | None]
    last_login: Mapped[typing.Optional[datetime_now]] = mapped_column(db.TIMESTAMP(timezone=False))
    disabled_for: Mapped[DisableReason | None]
    totp_secret: Mapped[int | None] = mapped_column(LargeBinary(length=20))
    scopes: Mapped[list[str]] = mapped_column(ARRAY(String), server_default=text("'{}'"))
    emails: Mapped[list[Email]] = orm.relationship(back_populates="user", cascade="all, delete-orphan", lazy=False)

    @property
    def primary_email(self):
        return None

    @hybrid_property
    def public_email(self):
        return None

    @public_email.expression  # type: ignore
    def public_email(self):
        return select(Email.email).where(Email.user_id == self.id).scalar_subquery()


class UnverifyReasons(enum.Enum):
    SpamComplaint = "spam complaint"
    HardBounce = "hard bounce"


class Email(db.ModelBase):
    __tablename__ = "user_emails"
    __table_args__ = (UniqueConstraint("email", name="user_emails_email_key"), Index("user_emails_user_id", "user_id"))
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(PG_UUID(as_uuid=True), ForeignKey("users.id", deferrable=True, initially="DEFERRED"))
    user: Mapped[User] = orm.relationship(back_populates="emails")
    email: Mapped[str] = mapped_column(String(length=254))
    primary: Mapped[bool]
    unverify_reason: Mapped[UnverifyReasons | None] = mapped_column(Enum(UnverifyReasons, values_callable=lambda x: [e.value for e in x]))
    transient_bounces: Mapped[int] = mapped_column(server_default=sql.text("0"))
    info: Mapped[dict | None] = mapped_column(JSONB)
