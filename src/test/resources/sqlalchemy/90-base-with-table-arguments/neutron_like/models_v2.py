import sqlalchemy as sa
from sqlalchemy import and_, not_, or_, sql
from sqlalchemy import orm
from sqlalchemy.ext.orderinglist import ordering_list
from neutron_like import constants
from neutron_like import constants as const
from neutron_like import model_base
from .model_base import BASEV2 as Base, HasId, HasProject
from neutron_like import _base as ndb


class Port(model_base.HasStandardAttributes, model_base.BASEV2, HasId, HasProject):
    """Represents a port on a Neutron v2 network."""
    name = sa.Column(sa.String(const.NAME_FIELD_SIZE))
    network_id = sa.Column(sa.String(36), sa.ForeignKey("networks.id"), nullable=False)
    fixed_ips = orm.relationship('IPAllocation', backref=orm.backref('port', load_on_pending=True), lazy='subquery', cascade='all, delete-orphan', order_by=lambda: (IPAllocation.ip_address,))
    mac_address = sa.Column(sa.String(32), nullable=False)
    admin_state_up = sa.Column(sa.Boolean(), nullable=False)
    status = sa.Column(sa.String(16), nullable=False)
    device_owner = sa.Column(sa.String(255), nullable=False)
    ip_allocation = sa.Column(sa.String(16))
    __table_args__ = (
        sa.Index('ix_ports_network_id_mac_address', 'network_id', 'mac_address'),
        sa.Index('ix_ports_network_id_device_owner', 'network_id', 'device_owner'),
        sa.UniqueConstraint(network_id, mac_address, name='uniq_ports0network_id0mac_address'),
        model_base.BASEV2.__table_args__
    )
    api_collections = ['ports']
    collection_resource_map = {'ports': 'port'}
    tag_support = True


class IPAllocation(model_base.BASEV2):
    port_id = sa.Column(sa.String(36), sa.ForeignKey('ports.id', ondelete="CASCADE"), nullable=True)
    ip_address = sa.Column(sa.String(64), nullable=False, primary_key=True)
    subnet_id = sa.Column(sa.String(36), sa.ForeignKey('subnets.id'), nullable=False, primary_key=True)
    network_id = sa.Column(sa.String(36), sa.ForeignKey("networks.id", ondelete="CASCADE"), nullable=False, primary_key=True)


class Network(model_base.HasStandardAttributes, Base, HasId, HasProject):
    name = sa.Column(sa.String(const.NAME_FIELD_SIZE))
    ports = orm.relationship(Port, backref='networks')
    vlan_transparent = sa.Column(sa.Boolean, nullable=True)
    status = sa.Column(sa.String(16), default=constants.ROUTER_STATUS, server_default=constants.ROUTER_STATUS)


class Subnet(Base, HasId, HasProject):
    network_id = sa.Column(sa.String(36), sa.ForeignKey('networks.id'))
    ipv6_ra_mode = sa.Column(sa.Enum(constants.IPV6_MODES[0], constants.IPV6_MODES[1], name='ipv6_ra_modes'), nullable=True)
    ipv6_address_mode = sa.Column(sa.Enum(*constants.IPV6_MODES, name='ipv6_address_modes'), nullable=True)
    direction = sa.Column(sa.Enum(*const.VALID_DIRECTIONS, name='directions'))
    ip_version = sa.Column(sa.Integer, nullable=False)
    __table_args__ = (sa.CheckConstraint(ip_version.in_([4, 6]), name="ipv"), model_base.BASEV2.__table_args__)


class SubnetPoolPrefix(model_base.BASEV2):
    __tablename__ = 'subnetpoolprefixes'
    cidr = sa.Column(sa.String(64), nullable=False, primary_key=True)
    subnetpool_id = sa.Column(sa.String(36), sa.ForeignKey('subnets.id', ondelete='CASCADE'), nullable=False, primary_key=True)


class RBACColumns(HasId, HasProject):
    target = sa.Column('target_project', sa.String(255), nullable=False)
    action = sa.Column(sa.String(255), nullable=False)

    @property
    def object_type(self): pass

    @orm.declared_attr
    def __table_args__(cls):
        return (sa.UniqueConstraint('target_project', 'object_id', 'action', name=('uniq_%s0target0' % cls.__tablename__)[:64]), model_base.BASEV2.__table_args__)


class NetworkRBAC(RBACColumns, model_base.BASEV2):
    object_id = sa.Column(sa.String(36), sa.ForeignKey('networks.id', ondelete='CASCADE'), nullable=False)
    object_type = 'network'
