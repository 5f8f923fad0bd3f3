CREATE TABLE `users` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`email` text NOT NULL,
	`name` text DEFAULT 'it''s',
	`age` integer DEFAULT 5,
	`active` integer DEFAULT true,
	`created` text DEFAULT CURRENT_TIMESTAMP,
	`r` real DEFAULT 1.5,
	`full` text GENERATED ALWAYS AS (name || email) VIRTUAL,
	CONSTRAINT "age_ck" CHECK("users"."age" > 0)
);

CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);
CREATE INDEX `name_idx` ON `users` (`name`);
CREATE UNIQUE INDEX `age_uq` ON `users` (`age`) WHERE age > 3;
CREATE TABLE `posts` (
	`id` integer PRIMARY KEY NOT NULL,
	`author_id` integer NOT NULL,
	`title` text,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE UNIQUE INDEX `ta` ON `posts` (`title`,`author_id`);
CREATE TABLE `links` (
	`a` integer,
	`b` integer,
	PRIMARY KEY(`a`, `b`),
	FOREIGN KEY (`a`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
