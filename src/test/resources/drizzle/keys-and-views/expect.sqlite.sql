CREATE TABLE `u` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`a` text DEFAULT 'x',
	`b` integer DEFAULT (unixepoch()),
	`c` blob,
	`d` numeric DEFAULT '1.5',
	`e` text DEFAULT '{"a":"it''s"}',
	`f` integer DEFAULT false NOT NULL,
	`g` text(10),
	`h` integer GENERATED ALWAYS AS (b + 1) STORED,
	`i` integer GENERATED ALWAYS AS (b * 2) VIRTUAL,
	`j` real,
	`k` blob,
	`l` text DEFAULT '',
	`m` text,
	`parent` integer,
	FOREIGN KEY (`parent`) REFERENCES `u`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "c1" CHECK("u"."b" > 0 or "u"."a" = 'it''s')
);

CREATE UNIQUE INDEX `eu` ON `u` (lower(a));
CREATE INDEX `two` ON `u` (`a`,`b`);
CREATE INDEX `ex` ON `u` ("a" desc,`b`);
CREATE UNIQUE INDEX `u_a_unique` ON `u` (`a`);
CREATE TABLE `p p` (
	`a` text NOT NULL,
	`b` text NOT NULL,
	`c` text,
	PRIMARY KEY(`a`, `b`),
	FOREIGN KEY (`a`) REFERENCES `u`(`a`) ON UPDATE cascade ON DELETE restrict
);

CREATE UNIQUE INDEX `cname` ON `p p` (`c`);
CREATE TABLE `q` (
	`k` text PRIMARY KEY NOT NULL
);

CREATE VIEW `v` AS select "a" from "u" where "u"."b" > 1;