CREATE TABLE `users` (
	`id` serial AUTO_INCREMENT NOT NULL,
	`email` varchar(255) NOT NULL,
	`name` text,
	`role` enum('a','b') NOT NULL DEFAULT 'a',
	`age` int unsigned DEFAULT 5,
	`created` timestamp DEFAULT (now()) ON UPDATE CURRENT_TIMESTAMP,
	`ok` boolean DEFAULT true,
	CONSTRAINT `users_id` PRIMARY KEY(`id`),
	CONSTRAINT `users_email_unique` UNIQUE(`email`),
	CONSTRAINT `age_ck` CHECK(`users`.`age` > 0)
);

CREATE TABLE `posts` (
	`id` int AUTO_INCREMENT NOT NULL,
	`author_id` bigint unsigned NOT NULL,
	`title` varchar(99),
	CONSTRAINT `posts_id` PRIMARY KEY(`id`),
	CONSTRAINT `ta` UNIQUE(`title`,`author_id`)
);

CREATE TABLE `links` (
	`a` int NOT NULL,
	`b` int NOT NULL,
	CONSTRAINT `links_a_b_pk` PRIMARY KEY(`a`,`b`)
);

ALTER TABLE `posts` ADD CONSTRAINT `posts_author_id_users_id_fk` FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON DELETE cascade ON UPDATE no action;
CREATE INDEX `age_idx` ON `users` (`age`);