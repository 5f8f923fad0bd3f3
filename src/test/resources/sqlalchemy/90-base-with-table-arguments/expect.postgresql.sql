CREATE TYPE ipv6_ra_modes AS ENUM ('slaac', 'dhcpv6-stateful');

CREATE TYPE ipv6_address_modes AS ENUM ('slaac', 'dhcpv6-stateful', 'none');

CREATE TYPE directions AS ENUM ('ingress', 'egress');

CREATE TABLE standardattributes (
	id BIGSERIAL NOT NULL, 
	resource_type VARCHAR(255) NOT NULL, 
	description VARCHAR(255), 
	revision_number BIGINT DEFAULT '0' NOT NULL, 
	created_at TIMESTAMP WITHOUT TIME ZONE, 
	PRIMARY KEY (id)
);

CREATE TABLE networks (
	name VARCHAR(255), 
	vlan_transparent BOOLEAN, 
	status VARCHAR(16) DEFAULT 'ACTIVE', 
	standard_attr_id BIGINT NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	project_id VARCHAR(255), 
	PRIMARY KEY (id), 
	UNIQUE (standard_attr_id), 
	FOREIGN KEY(standard_attr_id) REFERENCES standardattributes (id) ON DELETE CASCADE
);

CREATE INDEX ix_networks_project_id ON networks (project_id);

CREATE TABLE ports (
	name VARCHAR(255), 
	network_id VARCHAR(36) NOT NULL, 
	mac_address VARCHAR(32) NOT NULL, 
	admin_state_up BOOLEAN NOT NULL, 
	status VARCHAR(16) NOT NULL, 
	device_owner VARCHAR(255) NOT NULL, 
	ip_allocation VARCHAR(16), 
	standard_attr_id BIGINT NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	project_id VARCHAR(255), 
	PRIMARY KEY (id), 
	CONSTRAINT uniq_ports0network_id0mac_address UNIQUE (network_id, mac_address), 
	FOREIGN KEY(network_id) REFERENCES networks (id), 
	UNIQUE (standard_attr_id), 
	FOREIGN KEY(standard_attr_id) REFERENCES standardattributes (id) ON DELETE CASCADE
);

CREATE INDEX ix_ports_network_id_mac_address ON ports (network_id, mac_address);

CREATE INDEX ix_ports_project_id ON ports (project_id);

CREATE INDEX ix_ports_network_id_device_owner ON ports (network_id, device_owner);

CREATE TABLE subnets (
	network_id VARCHAR(36), 
	ipv6_ra_mode ipv6_ra_modes, 
	ipv6_address_mode ipv6_address_modes, 
	direction directions, 
	ip_version INTEGER NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	project_id VARCHAR(255), 
	PRIMARY KEY (id), 
	CONSTRAINT ipv CHECK (ip_version IN (4, 6)), 
	FOREIGN KEY(network_id) REFERENCES networks (id)
);

CREATE INDEX ix_subnets_project_id ON subnets (project_id);

CREATE TABLE networkrbacs (
	object_id VARCHAR(36) NOT NULL, 
	target_project VARCHAR(255) NOT NULL, 
	action VARCHAR(255) NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	project_id VARCHAR(255), 
	PRIMARY KEY (id), 
	CONSTRAINT uniq_networkrbacs0target0 UNIQUE (target_project, object_id, action), 
	FOREIGN KEY(object_id) REFERENCES networks (id) ON DELETE CASCADE
);

CREATE INDEX ix_networkrbacs_project_id ON networkrbacs (project_id);

CREATE TABLE ipallocations (
	port_id VARCHAR(36), 
	ip_address VARCHAR(64) NOT NULL, 
	subnet_id VARCHAR(36) NOT NULL, 
	network_id VARCHAR(36) NOT NULL, 
	PRIMARY KEY (ip_address, subnet_id, network_id), 
	FOREIGN KEY(port_id) REFERENCES ports (id) ON DELETE CASCADE, 
	FOREIGN KEY(subnet_id) REFERENCES subnets (id), 
	FOREIGN KEY(network_id) REFERENCES networks (id) ON DELETE CASCADE
);

CREATE TABLE subnetpoolprefixes (
	cidr VARCHAR(64) NOT NULL, 
	subnetpool_id VARCHAR(36) NOT NULL, 
	PRIMARY KEY (cidr, subnetpool_id), 
	FOREIGN KEY(subnetpool_id) REFERENCES subnets (id) ON DELETE CASCADE
);
