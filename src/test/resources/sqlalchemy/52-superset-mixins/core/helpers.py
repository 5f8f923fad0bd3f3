"""a collection of model-related helper classes and functions"""
import logging
import uuid
from datetime import datetime
from typing import Any, Dict, Optional, Set

import sqlalchemy as sa
from sqlalchemy import and_, Column, or_, UniqueConstraint
from sqlalchemy.ext.declarative import declared_attr
from sqlalchemy.orm import Mapper, relationship
from sqlalchemy.types import CHAR, TypeDecorator

logger = logging.getLogger(__name__)


class UUIDType(TypeDecorator):
    impl = CHAR
    cache_ok = True

    def __init__(self, binary=True, native=True):
        self.binary = binary
        self.native = native
        super().__init__()

    def load_dialect_impl(self, dialect):
        if self.native and dialect.name in ("postgresql", "cockroachdb"):
            from sqlalchemy.dialects.postgresql import UUID
            return dialect.type_descriptor(UUID(as_uuid=True))
        kind = sa.BINARY(16) if self.binary else sa.CHAR(32)
        return dialect.type_descriptor(kind)


class UUIDMixin:
    uuid = sa.Column(UUIDType(binary=True), primary_key=False, unique=True, default=uuid.uuid4)

    @property
    def short_uuid(self) -> str:
        return str(self.uuid)[:8]


class AuditMixinNullable:
    created_on = sa.Column(sa.DateTime, default=datetime.now, nullable=True)
    changed_on = sa.Column(sa.DateTime, default=datetime.now, onupdate=datetime.now, nullable=True)

    @declared_attr
    def created_by_fk(self) -> sa.Column:
        return sa.Column(sa.Integer, sa.ForeignKey("ab_user.id"), default=None, nullable=True)

    @declared_attr
    def changed_by_fk(self) -> sa.Column:
        return sa.Column(sa.Integer, sa.ForeignKey("ab_user.id"), default=None, onupdate=None, nullable=True)

    @declared_attr
    def created_by(cls):
        return relationship("User", primaryjoin="%s.created_by_fk == User.id" % cls.__name__, enable_typechecks=False)


class ImportExportMixin(UUIDMixin):
    export_parent: Optional[str] = None
    export_fields: list = []
    extra_import_fields: Set[str] = set()

    @classmethod
    def unique_constraints(cls):
        return [u.columns for u in cls.__table_args__ if isinstance(u, UniqueConstraint)]


class ExtraJSONMixin:
    extra_json = sa.Column(sa.Text, default="{}")

    @property
    def extra(self) -> Dict[str, Any]:
        return {}


class CertificationMixin:
    """Mixin to add extra certification fields"""

    extra = sa.Column(sa.Text, default="{}")
