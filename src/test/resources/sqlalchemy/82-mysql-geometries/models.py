from geoalchemy2 import Geometry
from sqlalchemy import Column, Integer
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Lake(Base):
    __tablename__ = "lake"
    id = Column(Integer, primary_key=True)
    geom = Column(Geometry("POLYGON"))
    spot = Column(Geometry(geometry_type="POINT", srid=4326), nullable=False)
    line = Column(Geometry("LINESTRING", srid=4326, spatial_index=False))
    anything = Column(Geometry)
