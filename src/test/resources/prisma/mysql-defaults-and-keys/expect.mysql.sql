-- CreateTable
CREATE TABLE `Setting` (
    `key` TEXT NOT NULL,
    `value` JSON NOT NULL,
    `icon` LONGBLOB NULL,
    `salt` LONGBLOB NOT NULL DEFAULT (uuid()),
    `kind` ENUM('free of charge', 'PAID') NOT NULL DEFAULT 'free of charge',
    `shown` BOOLEAN NOT NULL DEFAULT true,
    `tiny` TINYINT NOT NULL DEFAULT 1,
    `since` DATETIME(0) NOT NULL DEFAULT '2020-01-02T03:04:05+00:00',
    `exactly` DATETIME(3) NOT NULL DEFAULT '2020-01-02T03:04:05.678+02:00',
    `seen` TIMESTAMP(0) NOT NULL DEFAULT CURRENT_TIMESTAMP(0),

    PRIMARY KEY (`key`(100))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `Part` (
    `number` BIGINT UNSIGNED NOT NULL,
    `name` TEXT NOT NULL,
    `note` VARCHAR(20) NOT NULL DEFAULT 'it''s',

    UNIQUE INDEX `part_name`(`name`(30), `note` DESC),
    FULLTEXT INDEX `Part_name_idx`(`name`),
    PRIMARY KEY (`number`, `name`(20))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
