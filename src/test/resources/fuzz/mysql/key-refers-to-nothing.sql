CREATE TABLE shop (id int);
CREATE TABLE types (shop_id int, FOREIGN KEY (shop_id) REFERENCES shop);
