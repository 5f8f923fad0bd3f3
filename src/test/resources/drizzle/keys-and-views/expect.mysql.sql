CREATE TABLE `u` (
	`id` bigint unsigned AUTO_INCREMENT NOT NULL,
	`a` varchar(50) NOT NULL DEFAULT 'it''s',
	`b` decimal(10,3) DEFAULT '1.250',
	`c` datetime(3) DEFAULT CURRENT_TIMESTAMP(3),
	`d` timestamp(6) DEFAULT (now()),
	`e` json,
	`f` enum('p','q''s') NOT NULL,
	`g` tinyint DEFAULT 1,
	`h` smallint unsigned,
	`i` mediumint,
	`j` double(10,2),
	`k` float DEFAULT 1.5,
	`l` char(2),
	`m` binary(16),
	`n` varbinary(64),
	`o` date,
	`p` time(2),
	`q` year DEFAULT 2020,
	`r` longtext,
	`s` mediumtext,
	`t` tinytext,
	`x` boolean DEFAULT false,
	`y` real,
	`z` int GENERATED ALWAYS AS (g + 1) STORED,
	`zz` int GENERATED ALWAYS AS (g * 2) VIRTUAL,
	`up` timestamp NOT NULL DEFAULT (now()) ON UPDATE CURRENT_TIMESTAMP,
	`uuid` varchar(36) DEFAULT (uuid()),
	`un` text,
	`par` bigint unsigned,
	CONSTRAINT `u_id` PRIMARY KEY(`id`),
	CONSTRAINT `u_f_g_unique` UNIQUE(`f`,`g`),
	CONSTRAINT `uq` UNIQUE(`uuid`),
	CONSTRAINT `ui` UNIQUE(`a`,`b`),
	CONSTRAINT `ck` CHECK(`u`.`g` > 0)
);

CREATE TABLE `p` (
	`a` int NOT NULL,
	`b` int NOT NULL,
	`uid` bigint unsigned,
	CONSTRAINT `custom_pk` PRIMARY KEY(`a`,`b`)
);

CREATE TABLE `s` (
	`id` serial AUTO_INCREMENT NOT NULL,
	`k` varchar(10),
	CONSTRAINT `s_id` PRIMARY KEY(`id`),
	CONSTRAINT `s_k_unique` UNIQUE(`k`)
);

ALTER TABLE `u` ADD CONSTRAINT `u_par_u_id_fk` FOREIGN KEY (`par`) REFERENCES `u`(`id`) ON DELETE set null ON UPDATE no action;
ALTER TABLE `p` ADD CONSTRAINT `fk_named` FOREIGN KEY (`uid`) REFERENCES `u`(`id`) ON DELETE cascade ON UPDATE restrict;
CREATE INDEX `ix` ON `u` (`c`);
CREATE INDEX `ex` ON `u` ((lower(`a`)));
CREATE ALGORITHM = merge
SQL SECURITY invoker
VIEW `v` AS (select `a` from `u` where `u`.`g` > 1)
WITH local CHECK OPTION;