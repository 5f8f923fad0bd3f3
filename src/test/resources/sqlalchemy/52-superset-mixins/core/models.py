from sqlalchemy import Boolean, Column, DateTime, ForeignKey, Index, Integer, MetaData, String, Table, Text, UniqueConstraint, types
from sqlalchemy.dialects.mysql import MEDIUMTEXT
from sqlalchemy.ext.declarative import declarative_base
from sqlalchemy.orm import backref, relationship
from sqlalchemy.schema import FetchedValue

from core.helpers import AuditMixinNullable, CertificationMixin, ExtraJSONMixin, ImportExportMixin

Model = declarative_base()
metadata = Model.metadata  # pylint: disable=no-member


def get_medium_text():
    return Text().with_variant(MEDIUMTEXT(), "mysql")


MediumText = get_medium_text


class User(Model):
    __tablename__ = "ab_user"
    id = Column(Integer, primary_key=True)
    first_name = Column(String(64), nullable=False)
    username = Column(String(64), unique=True, nullable=False)


sqlatable_user = Table(
    "sqlatable_user",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("user_id", Integer, ForeignKey("ab_user.id", ondelete="CASCADE")),
    Column("table_id", Integer, ForeignKey("tables.id", ondelete="CASCADE")),
)

slice_user = Table(
    "slice_user", metadata,
    *[Column("id", Integer, primary_key=True)],
    *(Column(f"{name}_id", Integer, ForeignKey(f"{target}.id")) for name, target in (("user", "ab_user"), ("slice", "slices"))),
    UniqueConstraint("user_id", "slice_id"),
)


class BaseDatasource(AuditMixinNullable, ImportExportMixin):
    """A common interface to objects that are queryable (tables and datasources)"""

    __tablename__: str = None
    baselink: str = None

    id = Column(Integer, primary_key=True)
    description = Column(Text)
    default_endpoint = Column(Text)
    is_featured = Column(Boolean, default=False)
    cache_timeout = Column(Integer)
    params = Column(String(1000))
    schema_perm = Column(String(1000))
    is_managed_externally = Column(Boolean, nullable=False, default=False)


class SqlaTable(Model, BaseDatasource):
    """An ORM object for SqlAlchemy table references"""

    type = "table"
    owner_class = User
    __tablename__ = "tables"
    # the expression of a unique constraint that some databases lack is not here
    __table_args__ = (UniqueConstraint("database_id", "schema", "table_name"), Index("ix_tables_name", "table_name"))

    table_name = Column(String(250), nullable=False)
    main_dttm_col = Column(String(250))
    database_id = Column(Integer, ForeignKey("dbs.id"), nullable=False)
    fetch_values_predicate = Column(MediumText())
    owners = relationship(owner_class, secondary=sqlatable_user, backref="tables")
    schema = Column(String(255))
    sql = Column(MediumText())
    extra = Column(Text)
    database = relationship("Database", backref=backref("tables", cascade="all, delete-orphan"), foreign_keys=[database_id])

    export_fields = ["table_name", "schema"]


class Database(Model, AuditMixinNullable, ImportExportMixin):
    __tablename__ = "dbs"
    type = "table"
    __table_args__ = (UniqueConstraint("database_name"),)

    id = Column(Integer, primary_key=True)
    verbose_name = Column(String(250), unique=True)
    database_name = Column(String(250), unique=True, nullable=False)
    sqlalchemy_uri = Column(String(1024), nullable=False)
    password = Column(String(1024))
    extra = Column(Text, default="{}")
    expose_in_sqllab = Column(Boolean, default=True)


class Slice(Model, AuditMixinNullable, ImportExportMixin, ExtraJSONMixin):
    __tablename__ = "slices"
    id = Column(Integer, primary_key=True)
    slice_name = Column(String(250))
    datasource_id = Column(Integer)
    last_saved_by_fk = Column(Integer, ForeignKey("ab_user.id"))
    last_saved_by = relationship(User, foreign_keys=[last_saved_by_fk])
    table = relationship("SqlaTable", foreign_keys=[datasource_id], primaryjoin="and_(Slice.datasource_id == SqlaTable.id)", remote_side="SqlaTable.id")


class Dashboard(Model, AuditMixinNullable, CertificationMixin, ImportExportMixin):
    __tablename__ = "dashboards"
    id = Column(Integer, primary_key=True)
    dashboard_title = Column(String(500))
    position_json = Column(MediumText())
    slug = Column(String(255), unique=True)
    published = Column(Boolean, default=False)


Index("ix_slices_changed_on", Slice.changed_on)
