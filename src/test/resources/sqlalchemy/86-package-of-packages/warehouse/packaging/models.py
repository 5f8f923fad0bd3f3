from __future__ import annotations
import enum
from collections import OrderedDict
from uuid import UUID
import sqlalchemy as sa
from sqlalchemy import BigInteger, CheckConstraint, Column, Computed, Enum, FetchedValue, ForeignKey, Index, Table, Text, UniqueConstraint, cast, func, orm, or_, sql
from sqlalchemy.dialects.postgresql import ARRAY, CITEXT, ENUM, REGCLASS, UUID as PG_UUID
from sqlalchemy.ext.associationproxy import association_proxy
from sqlalchemy.ext.declarative import declared_attr
from sqlalchemy.ext.orderinglist import ordering_list
from sqlalchemy.orm import Mapped, attribute_keyed_dict, declared_attr, mapped_column, validates, column_property, deferred

from .. import db
from ..accounts.models import SitemapMixin, User
from warehouse.db import bool_false, datetime_now


class PackageType(str, enum.Enum):
    bdist_wheel = "Wheel"
    sdist = "Source"


class LifecycleStatus(enum.StrEnum):
    Quarantine = "quarantine-enter"
    Exit = "quarantine-exit"


class TwoFactorRequireable:
    owners_require_2fa: Mapped[bool_false]


class Project(SitemapMixin, TwoFactorRequireable, db.Model):
    __tablename__ = "projects"
    __repr__ = None
    name: Mapped[str] = mapped_column(Text)
    normalized_name: Mapped[str] = mapped_column(unique=True, server_default=FetchedValue(), server_onupdate=FetchedValue())
    created: Mapped[datetime_now | None] = mapped_column(index=True)
    lifecycle_status: Mapped[LifecycleStatus | None] = mapped_column(comment="Lifecycle status can change project visibility and access")
    total_size: Mapped[int | None] = mapped_column(BigInteger, server_default=sql.text("0"))
    releases: Mapped[list[Release]] = orm.relationship(back_populates="project", cascade="all, delete-orphan", order_by=lambda: Release._pypi_ordering.desc())
    __table_args__ = (
        CheckConstraint("name ~* '^([A-Z0-9]|[A-Z0-9][A-Z0-9._-]*[A-Z0-9])$'::text", name="projects_valid_name"),
        Index("project_name_ultranormalized", func.ultranormalize_name(name)),
        Index("projects_lower_idx", sa.text("lower(name) varchar_pattern_ops"), unique=False),
    )


class DependencyKind(enum.IntEnum):
    requires = 1
    provides = 2


release_classifiers = Table(
    "release_classifiers", db.metadata,
    Column("release_id", PG_UUID(as_uuid=True), ForeignKey("releases.id", onupdate="CASCADE", ondelete="CASCADE"), primary_key=True),
    Column("trove_id", sa.Integer(), primary_key=True),
    Index("rel_class_trove_id_idx", "trove_id"),
)


class Release(db.Model):
    __tablename__ = "releases"

    @declared_attr
    def __table_args__(cls):  # noqa
        return (
            Index("release_created_idx", cls.created.desc()),
            Index("release_project_created_idx", cls.project_id, cls.created.desc()),
            Index("release_version_idx", cls.version),
            Index("release_canonical_version_idx", cls.canonical_version),
            UniqueConstraint("project_id", "version"),
        )

    project_id: Mapped[UUID] = mapped_column(ForeignKey("projects.id", onupdate="CASCADE", ondelete="CASCADE"))
    project: Mapped[Project] = orm.relationship(back_populates="releases")
    version: Mapped[str] = mapped_column(Text)
    canonical_version: Mapped[str] = mapped_column()
    is_prerelease: Mapped[bool_false]
    created: Mapped[datetime_now] = mapped_column()
    yanked: Mapped[bool_false]
    description_id: Mapped[UUID] = mapped_column(ForeignKey("release_descriptions.id", onupdate="CASCADE", ondelete="CASCADE"), index=True)
    _pypi_ordering: Mapped[int | None]
    uploader_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", onupdate="CASCADE", ondelete="SET NULL"), index=True)


class Description(db.Model):
    __tablename__ = "release_descriptions"
    content_type: Mapped[str | None]
    raw: Mapped[str]


class File(db.Model):
    __tablename__ = "release_files"

    @declared_attr
    def __table_args__(cls):
        return (
            CheckConstraint("sha256_digest ~* '^[A-F0-9]{64}$'", name="sha256"),
            CheckConstraint("blake2_256_digest ~* '^[A-F0-9]{64}$'", name="blake2_256"),
            Index("release_files_single_sdist", "release_id", "packagetype", unique=True, postgresql_where=((cls.packagetype == "sdist") & (cls.allow_multiple_sdist == False))),
            Index("release_files_release_id_idx", "release_id"),
            Index("release_files_cached_idx", "cached", unique=False, postgresql_where=(cls.cached.is_(False))),
        )

    release_id: Mapped[UUID] = mapped_column(ForeignKey("releases.id", onupdate="CASCADE", ondelete="CASCADE"))
    python_version: Mapped[str]
    requires_python: Mapped[str | None]
    packagetype: Mapped[PackageType] = mapped_column(Enum("bdist_dmg", "sdist", "bdist_wheel", name="packagetype"))
    filename: Mapped[str] = mapped_column(unique=True)
    sha256_digest: Mapped[str] = mapped_column(CITEXT, unique=True)
    blake2_256_digest: Mapped[str] = mapped_column(CITEXT, unique=True)
    upload_time: Mapped[datetime_now]
    allow_multiple_sdist: Mapped[bool_false] = mapped_column()
    cached: Mapped[bool_false] = mapped_column(comment="If True, the object has been populated to our cache bucket.")
    size = deferred(mapped_column(sa.BigInteger))
    pep = mapped_column(sa.Integer, Computed("length(filename)"))


class Dependency(db.Model):
    __tablename__ = "release_dependencies"
    __table_args__ = (Index("release_dependencies_release_kind_idx", "release_id", "kind"),)
    release_id: Mapped[UUID] = mapped_column(ForeignKey("releases.id", onupdate="CASCADE", ondelete="CASCADE"))
    kind: Mapped[DependencyKind | None] = mapped_column(sa.Integer())
    specifier: Mapped[str | None]
