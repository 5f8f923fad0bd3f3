from geoalchemy2 import Geography, Geometry
from geoalchemy2.types import Geometry as G2
import geoalchemy2 as ga
from sqlalchemy import Column, Integer, Index, Table, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy import func, MetaData


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention={"ix": "ix_%(column_0_label)s"})


class Point4326(TypeDecorator):
    impl = Geometry("POINT", srid=4326)
    cache_ok = True


class Lake(Base):
    __tablename__ = "lake"
    id = Column(Integer, primary_key=True)
    geom = Column(Geometry("POLYGON"))
    spot = Column(Geometry(geometry_type="POINT", srid=4326), nullable=False)
    nd = Column(Geometry("POLYGONZ", srid=4326, dimension=3, use_N_D_index=True))
    noindex: Mapped[str] = mapped_column(Geometry("LINESTRING", srid=4326, spatial_index=False))
    anything = Column(Geometry)
    untyped = Column(Geometry(geometry_type=None))
    place = Column(Geography(geometry_type="POINT", srid=4326))
    renamed = Column("other_name", ga.Geography("POLYGON", srid=4326, spatial_index=False))
    decorated = Column(Point4326)
    __table_args__ = (Index("idx_lake_noindex", "noindex", postgresql_using="gist"), {"schema": "gis"})


t = Table("tab", Base.metadata, Column("id", Integer, primary_key=True), Column("g", G2("MULTIPOLYGON", 3857)))
