from oslo_db.sqlalchemy import models
from oslo_db.sqlalchemy import types as oslo_types
from oslo_db.sqlalchemy.types import JsonEncodedList
import sqlalchemy as sa
from sqlalchemy import orm, schema
from sqlalchemy.dialects.mysql import MEDIUMTEXT


def MediumText():
    return sa.Text().with_variant(MEDIUMTEXT(), 'mysql')


class _NovaAPIBase(models.ModelBase, models.TimestampMixin):
    pass


BASE = orm.declarative_base(cls=_NovaAPIBase)


class AggregateHost(BASE):
    __tablename__ = 'aggregate_hosts'
    __table_args__ = (schema.UniqueConstraint('host', 'aggregate_id', name='uniq_aggregate_hosts0host0aggregate_id'),)
    id = sa.Column(sa.Integer, primary_key=True, autoincrement=True)
    host = sa.Column(sa.String(255))
    aggregate_id = sa.Column(sa.Integer, sa.ForeignKey('aggregates.id'), nullable=False)


class Aggregate(BASE, models.SoftDeleteMixin):
    __tablename__ = 'aggregates'
    __table_args__ = (sa.Index('aggregate_uuid_idx', 'uuid'), {'mysql_engine': 'InnoDB', 'mysql_charset': 'utf8'})
    id = sa.Column(sa.Integer, primary_key=True, autoincrement=True)
    uuid = sa.Column(sa.String(36))
    spec = sa.Column(MediumText())
    doc = sa.Column(oslo_types.JsonEncodedDict(mysql_as_long=True))
    lst = sa.Column(JsonEncodedList)
