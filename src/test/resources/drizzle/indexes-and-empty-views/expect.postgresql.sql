CREATE TABLE "books" (
	"id" integer PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"pages" integer
);

CREATE UNIQUE INDEX "books_lower" ON "books" USING btree (lower("title"));
CREATE INDEX "books_pattern" ON "books" USING btree ("title" text_pattern_ops);
CREATE INDEX "books_sum" ON "books" USING btree (("pages" + 1) desc);
CREATE INDEX "books_words" ON "books" USING gin (to_tsvector('english', "title"));
CREATE INDEX "books_class" ON "books" USING btree ("title" text_pattern_ops,"pages" DESC NULLS LAST);
CREATE MATERIALIZED VIEW "public"."short" AS (select "id", "title", "pages" from "books" where "books"."pages" < 100) WITH NO DATA;