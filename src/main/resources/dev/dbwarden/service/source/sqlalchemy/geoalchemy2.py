# What GeoAlchemy2 (0.15) makes of its types in PostGIS and MySQL. index_of is no method of its own: it stands for its listener, which gives columns of these types an index.
import PostGIS
import SpatiaLite
from sqlalchemy import Index
from sqlalchemy.types import TypeDecorator, UserDefinedType


class PostgisType(UserDefinedType):
    def __init__(self, spatial):
        self.spatial = spatial

    def get_col_spec(self):
        spatial = self.spatial
        kind = spatial.kind if spatial.geometry_type is None else f"{spatial.kind}({spatial.geometry_type.upper()},{spatial.srid})"
        return kind if spatial.nullable else f"{kind} NOT NULL"


class MysqlType(UserDefinedType):
    def __init__(self, spatial):
        self.spatial = spatial

    def get_col_spec(self):
        spatial = self.spatial
        kind = "GEOMETRY" if spatial.geometry_type is None else spatial.geometry_type.upper()
        required = " NOT NULL" if spatial.spatial_index or not spatial.nullable else ""
        return f"{kind}{required} SRID {spatial.srid}" if spatial.srid > 0 else f"{kind}{required}"


class Geometry(TypeDecorator):
    kind = "geometry"

    def __init__(self, geometry_type="GEOMETRY", srid=-1, dimension=2, spatial_index=True, use_N_D_index=False, use_typmod=None, from_text=None, name=None, nullable=True):
        self.geometry_type = geometry_type
        self.srid = srid
        self.spatial_index = spatial_index
        self.use_N_D_index = use_N_D_index
        self.use_typmod = use_typmod
        self.nullable = nullable

    def load_dialect_impl(self, dialect):
        if dialect.name == "sqlite":
            return SpatiaLite.RecoverGeometryColumn()
        if dialect.name == "postgresql":
            return PostGIS.AddGeometryColumn() if self.use_typmod == False else PostgisType(self)
        return MysqlType(self)

    def index_of(self, dialect, table, column):
        if not self.spatial_index:
            return None
        if dialect == "postgresql":
            return Index(f"idx_{table}_{column}", column, postgresql_using="gist", postgresql_ops={column: "gist_geometry_ops_nd"} if self.use_N_D_index else {})
        return Index(column, column, mysql_prefix="SPATIAL")


class Geography(Geometry):
    kind = "geography"
