CREATE TABLE a (u timestamp NULL ON UPDATE größe);
