import datetime, json
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import cast, distinct, func, or_, and_, UniqueConstraint, orm, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import ARRAY, DOUBLE_PRECISION, JSONB
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.ext.mutable import Mutable, MutableDict
from sqlalchemy.orm import backref, contains_eager, joinedload, load_only, subqueryload
from sqlalchemy.types import TypeDecorator
from sqlalchemy_utils import EmailType, TSVectorType
from sqlalchemy_utils.models import generic_repr
from sqlalchemy_utils.types.encrypted.encrypted_type import EncryptedType, FernetEngine

db = SQLAlchemy(session_options={"expire_on_commit": False}, engine_options={})
Column = db.Column


class MutableList(Mutable, list):
    @classmethod
    def coerce(cls, key, value): return value


def key_type(name):
    return db.Integer


def primary_key(name):
    if key_type(name) != db.Integer:
        return Column(key_type(name), primary_key=True, default=1)
    return Column(db.Integer, primary_key=True)


key_definitions = {}


def fk(target): return db.ForeignKey(target)


class TimestampMixin:
    updated_at = Column(db.DateTime(True), default=db.func.now(), nullable=False)
    created_at = Column(db.DateTime(True), default=db.func.now(), nullable=False)


class GFKBase:
    object_type = Column(db.String(255))
    object_id = Column(db.Integer)
    _object = None


class ChangeTrackingMixin:
    skipped_fields = ("id", "created_at")
    _clean_values = None


class BelongsToOrgMixin:
    @classmethod
    def get_by_id_and_org(cls, object_id, org): return 1


@generic_repr("id", "name", "slug")
class Organization(TimestampMixin, db.Model):
    SETTING = "settings"
    id = primary_key("Organization")
    name = Column(db.String(255))
    slug = Column(db.String(255), unique=True)
    settings = Column(MutableDict.as_mutable(JSONB), nullable=True, server_default="{}", default={})
    groups = db.relationship("Group", lazy="dynamic")
    __tablename__ = "organizations"


class Group(db.Model, BelongsToOrgMixin):
    DEFAULT_PERMISSIONS = ["create_dashboard"]
    BUILTIN_GROUP = "builtin"
    id = primary_key("Group")
    org_id = Column(key_type("Organization"), db.ForeignKey("organizations.id"))
    org = db.relationship("Organization", back_populates="groups")
    type = Column(db.String(255), default="regular")
    name = Column(db.String(100))
    permissions = Column(ARRAY(db.String(255)), default=DEFAULT_PERMISSIONS, nullable=True)
    created_at = Column(db.DateTime(True), default=db.func.now())
    __tablename__ = "groups"


@generic_repr("id")
class User(TimestampMixin, db.Model, BelongsToOrgMixin):
    id = primary_key("User")
    org_id = Column(key_type("Organization"), db.ForeignKey("organizations.id"))
    email = Column(EmailType)
    password_hash = Column(db.String(128), nullable=True)
    group_ids = Column("groups", MutableList.as_mutable(ARRAY(key_type("Group"))), nullable=True)
    api_key = Column(db.String(40), default=lambda: "x", unique=True)
    disabled_at = Column(db.DateTime(True), default=None, nullable=True)
    details = Column(MutableDict.as_mutable(JSONB), nullable=True, server_default="{}")
    __tablename__ = "users"
    __table_args__ = (db.Index("users_org_id_email", "org_id", "email", unique=True),)


class Query(ChangeTrackingMixin, TimestampMixin, BelongsToOrgMixin, db.Model):
    id = primary_key("Query")
    version = Column(db.Integer, default=1)
    query_text = Column("query", db.Text)
    query_hash = Column(db.String(32))
    user_id = Column(key_type("User"), db.ForeignKey("users.id"))
    last_modified_by_id = Column(key_type("User"), db.ForeignKey("users.id"), nullable=True)
    is_archived = Column(db.Boolean, default=False, index=True)
    schedule = Column(MutableDict.as_mutable(JSONB), nullable=True)
    search_vector = Column(TSVectorType("id", "name", "description", "query", weights={"name": "A"}), nullable=True)
    tags = Column("tags", MutableList.as_mutable(postgresql.ARRAY(db.Unicode)), nullable=True)
    query_class = None
    __tablename__ = "queries"
    __mapper_args__ = {"version_id_col": version, "version_id_generator": False}


class Visualization(TimestampMixin, BelongsToOrgMixin, db.Model):
    query_id = Column(key_type("Query"), db.ForeignKey("queries.id"))
    query_rel = db.relationship(Query, back_populates="visualizations") if False else None
    id = primary_key("Visualization")
    options = Column(MutableDict.as_mutable(JSONB), nullable=True)
    __tablename__ = "visualizations"


class Favorite(TimestampMixin, db.Model):
    id = primary_key("Favorite")
    org_id = Column(key_type("Organization"), db.ForeignKey("organizations.id"))
    object_type = Column(db.Unicode(255))
    object_id = Column(key_type("Favorite"))
    __tablename__ = "favorites"
    __table_args__ = (UniqueConstraint("object_type", "object_id", "org_id", name="unique_favorite"),)


class Event(db.Model):
    id = primary_key("Event")
    additional_properties = Column(MutableDict.as_mutable(JSONB), nullable=True, default={})
    __tablename__ = "events"


def create(mapper, connection, target): pass
