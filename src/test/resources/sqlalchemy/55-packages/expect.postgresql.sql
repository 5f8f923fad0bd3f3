CREATE SCHEMA acme;
CREATE TABLE acme.hr_department (
	id SERIAL NOT NULL, 
	head_id INTEGER, 
	name VARCHAR(100) NOT NULL, 
	note TEXT, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	updated_at TIMESTAMP WITH TIME ZONE DEFAULT now(), 
	PRIMARY KEY (id)
);
CREATE TABLE acme.hr_employee (
	id SERIAL NOT NULL, 
	department_id INTEGER NOT NULL, 
	badge VARCHAR(12) NOT NULL, 
	grade VARCHAR(32), 
	hired DATE NOT NULL, 
	shift TIME WITHOUT TIME ZONE, 
	notice INTERVAL, 
	ratio DOUBLE PRECISION DEFAULT '1.0', 
	token UUID, 
	is_active INTEGER DEFAULT '1', 
	name VARCHAR(100) NOT NULL, 
	note TEXT, 
	deleted_at TIMESTAMP WITHOUT TIME ZONE, 
	is_deleted BOOLEAN DEFAULT false NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	updated_at TIMESTAMP WITH TIME ZONE DEFAULT now(), 
	PRIMARY KEY (id), 
	FOREIGN KEY(department_id) REFERENCES acme.hr_department (id), 
	UNIQUE (badge)
);
CREATE INDEX ix_employee_active ON acme.hr_employee (badge) WHERE badge != 'x';
CREATE TABLE acme.payslip (
	employee_id INTEGER NOT NULL, 
	month INTEGER NOT NULL, 
	gross NUMERIC(12, 2) NOT NULL, 
	net NUMERIC(12, 2) NOT NULL, 
	PRIMARY KEY (employee_id, month), 
	FOREIGN KEY(employee_id) REFERENCES acme.hr_employee (id) ON DELETE RESTRICT, 
	CONSTRAINT net_below_gross CHECK (net <= gross), 
	CHECK (month BETWEEN 190001 AND 209912)
);
ALTER TABLE acme.hr_department ADD CONSTRAINT fk_head FOREIGN KEY(head_id) REFERENCES acme.hr_employee (id);
