import logging
from sqlalchemy import CHAR, Column, Date, Float, ForeignKey, Integer, MetaData, Numeric, String, Table, event, text
from sqlalchemy.orm import backref, registry, relationship
import domain

logger = logging.getLogger(__name__)
mapper_registry = registry()
metadata = mapper_registry.metadata

order_lines = Table(
    "order_lines",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("sku", String(255)),
    Column("qty", Integer, nullable=False),
    Column("orderid", String(255)),
)

batches = Table(
    "batches",
    mapper_registry.metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("reference", String(255)),
    Column("sku", ForeignKey("products.sku")),
    Column("_purchased_quantity", Integer, nullable=False),
    Column("eta", Date, nullable=True),
)

products = Table("products", metadata, Column("sku", String(255), primary_key=True), Column("version_number", Integer, nullable=False, server_default="0"), Column("kind", CHAR(1), server_default=text("'p'")))

allocations = Table(
    "allocations", metadata,
    Column("id", Integer, primary_key=True),
    Column("orderline_id", ForeignKey("order_lines.id")),
    Column("batch_id", ForeignKey("batches.id", name="fk_batch")),
)


def start_mappers():
    logger.info("Starting mappers")
    lines_mapper = mapper_registry.map_imperatively(domain.OrderLine, order_lines)
    mapper_registry.map_imperatively(domain.Batch, batches, properties={"lines": relationship(lines_mapper, secondary=allocations, collection_class=list)})


@mapper_registry.mapped
class Shipment:
    __tablename__ = "shipments"
    id = Column(Integer, primary_key=True)
    weight = Column(Float(precision=10))
    cost = Column(Numeric)
    batch_id = Column(None, ForeignKey("batches.id"))
