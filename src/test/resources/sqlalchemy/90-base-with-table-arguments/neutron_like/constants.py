from neutron_like import _base
NAME_FIELD_SIZE = 255
ROUTER_STATUS = _base.ACTIVE
IPV6_MODES = ["slaac", 'dhcpv6-stateful']
IPV6_MODES += ["none"]
VALID_DIRECTIONS = (INGRESS, EGRESS) = ("ingress", "egress")
