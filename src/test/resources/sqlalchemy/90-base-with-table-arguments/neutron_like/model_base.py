from oslo_db.sqlalchemy import models
import sqlalchemy as sa
from sqlalchemy.ext import declarative
from sqlalchemy import orm
from sqlalchemy.orm import declarative_base
from neutron_like import constants as db_const
from neutron_like._base import *


class HasProject(object):
    project_id = sa.Column(sa.String(db_const.NAME_FIELD_SIZE), index=True)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)

    @declarative.declared_attr
    def tenant_id(cls):
        return orm.synonym('project_id')


class HasId(object):
    """id mixin, add to subclasses that have an id."""
    id = sa.Column(sa.String(UUID_FIELD_SIZE), primary_key=True, default=lambda: 1)


class _NeutronBase(models.ModelBase):
    __table_args__ = {'mysql_engine': 'InnoDB'}

    def __iter__(self):
        return self

    @declarative.declared_attr
    def __tablename__(cls):
        # NOTE(jkoelker) use the pluralized name of the class as the table
        return cls.__name__.lower() + 's'


BASEV2 = declarative_base(cls=_NeutronBase)


class HasStandardAttributes(object):
    @declarative.declared_attr
    def standard_attr_id(cls):
        return sa.Column(sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), sa.ForeignKey('standardattributes.id', ondelete="CASCADE"), unique=True, nullable=False)

    @declarative.declared_attr
    def standard_attr(cls):
        return orm.relationship('StandardAttribute', lazy='joined', cascade='all, delete-orphan', single_parent=True, uselist=False)


class StandardAttribute(BASEV2):
    id = sa.Column(sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), primary_key=True, autoincrement=True)
    resource_type = sa.Column(sa.String(255), nullable=False)
    description = sa.Column(sa.String(255))
    revision_number = sa.Column(sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), server_default='0', nullable=False)
    __mapper_args__ = {"version_id_col": revision_number, "version_id_generator": False}
    created_at = sa.Column(sa.DateTime, default=lambda: 1)


def get_unique_keys(model):
    try:
        constraints = model.__table__.constraints
    except AttributeError:
        constraints = []
    return [[c.name for c in constraint.columns] for constraint in constraints if isinstance(constraint, sa.UniqueConstraint)]
