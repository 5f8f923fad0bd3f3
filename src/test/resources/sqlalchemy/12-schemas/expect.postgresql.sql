CREATE SCHEMA app;
CREATE SCHEMA billing;
CREATE TYPE app.plan AS ENUM ('free', 'paid');
CREATE TABLE app.tenant (
	id SERIAL NOT NULL, 
	name VARCHAR(40) NOT NULL, 
	plan app.plan NOT NULL, 
	PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_app_tenant_name ON app.tenant (name);
CREATE TABLE billing.invoice (
	id SERIAL NOT NULL, 
	tenant_id INTEGER NOT NULL, 
	number VARCHAR(20) NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (tenant_id, number), 
	FOREIGN KEY(tenant_id) REFERENCES app.tenant (id)
);
CREATE INDEX ix_invoice_number ON billing.invoice (number);
COMMENT ON TABLE billing.invoice IS 'money we are owed';
CREATE TABLE setting (
	key VARCHAR(60) NOT NULL, 
	value VARCHAR(200), 
	tenant_id INTEGER, 
	PRIMARY KEY (key), 
	FOREIGN KEY(tenant_id) REFERENCES app.tenant (id)
);
CREATE TABLE billing.invoice_line (
	invoice_id INTEGER NOT NULL, 
	pos INTEGER NOT NULL, 
	text VARCHAR(100) NOT NULL, 
	parent_pos INTEGER, 
	PRIMARY KEY (invoice_id, pos), 
	FOREIGN KEY(invoice_id) REFERENCES billing.invoice (id) ON DELETE CASCADE
);
CREATE INDEX ix_billing_invoice_line_text ON billing.invoice_line (text);
CREATE TABLE app.audit (
	id SERIAL NOT NULL, 
	tenant_id INTEGER NOT NULL, 
	invoice_id INTEGER NOT NULL, 
	line_invoice INTEGER NOT NULL, 
	line_pos INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(line_invoice, line_pos) REFERENCES billing.invoice_line (invoice_id, pos), 
	FOREIGN KEY(tenant_id) REFERENCES app.tenant (id), 
	FOREIGN KEY(invoice_id) REFERENCES billing.invoice (id)
);
