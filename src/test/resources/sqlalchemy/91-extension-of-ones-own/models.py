from datetime import timedelta

from flask_sqlalchemy import SQLAlchemy as SA
from sqlalchemy import (Column, DateTime, ForeignKey, Index, Integer, String, Text, UniqueConstraint, Boolean, event, func, cast, extract, case, Sequence, text, Table)
from sqlalchemy.dialects.postgresql import ARRAY, JSON, DOUBLE_PRECISION
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import relationship
from sqlalchemy.sql.expression import case, extract
from sqlalchemy_utils.types.arrow import ArrowType
from sqlalchemy_utils import PasswordType, JSONType


class SQLAlchemy(SA):
    def apply_pool_defaults(self, app, options):
        SA.apply_pool_defaults(self, app, options)
        options["pool_pre_ping"] = True


db = SQLAlchemy()

certificate_associations = Table(
    "certificate_associations", db.Model.metadata,
    Column("domain_id", Integer, ForeignKey("domains.id"), primary_key=True),
    Column("certificate_id", Integer, ForeignKey("certificates.id"), primary_key=True),
    Column("ports", ARRAY(Integer)),
)
roles_users = db.Table("roles_users", Column("user_id", Integer, ForeignKey("users.id")), Column("role_id", Integer, ForeignKey("roles.id")))
Index("roles_users_ix", roles_users.c.user_id, roles_users.c.role_id)


def get_sequence(name):
    if "-" not in name:
        return name, None
    return name.split("-")[0], 1


class Certificate(db.Model):
    __tablename__ = "certificates"
    __table_args__ = (
        Index("ix_certificates_cn", "cn", postgresql_ops={"cn": "gin_trgm_ops"}, postgresql_using="gin"),
        Index("ix_certificates_name", "name", postgresql_ops={"name": "gin_trgm_ops"}, postgresql_using="gin"),
        Index("ix_desc", text("id DESC"), postgresql_using="btree", unique=True),
    )
    id = Column(Integer, primary_key=True)
    external_id = Column(String(128))
    owner = Column(String(128), nullable=False)
    name = Column(String(256), unique=True)
    notify = Column(Boolean, default=True)
    body = Column(Text(), nullable=False)
    private_key = Column(db.LargeBinary)
    cn = Column(String(128))
    not_before = Column(ArrowType)
    date_created = Column(ArrowType, server_default=func.now(), nullable=False)
    rotation_policy_id = Column(Integer, ForeignKey("rotation_policies.id"))
    key_type = Column(String(128))
    deleted = Column(Boolean, index=True, default=False)
    sensitive_fields = ("private_key",)
    replaced = relationship("Certificate", backref="replaces", secondary=certificate_associations, primaryjoin=id == certificate_associations.c.domain_id, secondaryjoin=id == certificate_associations.c.certificate_id, viewonly=True)

    def __init__(self, **kwargs):
        self.body = kwargs["body"].strip()

    @hybrid_property
    def expired(self):
        return False

    @expired.expression
    def expired(cls):
        return case([(cls.not_before <= 1, True)], else_=False)


class RotationPolicy(db.Model):
    __tablename__ = "rotation_policies"
    id = Column(Integer, primary_key=True)
    days = Column(Integer)


class Domain(db.Model):
    __tablename__ = "domains"
    __table_args__ = (Index("ix_domains_name_gin", "name", postgresql_ops={"name": "gin_trgm_ops"}, postgresql_using="gin"), UniqueConstraint("name", "sensitive"))
    id = Column(Integer, primary_key=True)
    name = Column(String(256), index=True)
    sensitive = Column(Boolean, default=False)


class User(db.Model):
    __tablename__ = "users"
    id = Column(Integer, primary_key=True)
    password = Column(String(128))
    email = Column(String(128), unique=True)
    meta = Column(JSON)
    opts = Column(JSONType)


class Role(db.Model):
    __tablename__ = "roles"
    id = Column(Integer, primary_key=True)
    name = Column(String(128), unique=True)
    third_party = Column(Boolean)


def protect(target, value, old, init): return value


event.listen(Certificate, "before_insert", protect)
