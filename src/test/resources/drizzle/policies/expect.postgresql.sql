CREATE SCHEMA "ss";

CREATE SEQUENCE "public"."s1" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;
CREATE SEQUENCE "ss"."s2" INCREMENT BY -1 MINVALUE -100 MAXVALUE 100 START WITH 50 CACHE 1;
CREATE TABLE "docs" (
	"id" serial PRIMARY KEY NOT NULL,
	"owner" text NOT NULL
);

ALTER TABLE "docs" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "rls" (
	"id" integer PRIMARY KEY NOT NULL
);

ALTER TABLE "rls" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "a_very_long_table_name_that_goes_on_and_on_and_on_and_on" (
	"id" integer PRIMARY KEY NOT NULL,
	"another_long_column_name_for_references" integer,
	"u_long_long_long_long_column" text,
	CONSTRAINT "a_very_long_table_name_that_goes_on_and_on_and_on_and_on_u_long_long_long_long_column_unique" UNIQUE("u_long_long_long_long_column")
);

ALTER TABLE "a_very_long_table_name_that_goes_on_and_on_and_on_and_on" ADD CONSTRAINT "a_very_long_table_name_that_goes_on_and_on_and_on_and_on_another_long_column_name_for_references_docs_id_fk" FOREIGN KEY ("another_long_column_name_for_references") REFERENCES "public"."docs"("id") ON DELETE no action ON UPDATE no action;
CREATE POLICY "own" ON "docs" AS PERMISSIVE FOR SELECT TO public USING (owner = current_user);
CREATE POLICY "ins" ON "docs" AS PERMISSIVE FOR INSERT TO current_user, public WITH CHECK (owner = current_user);
CREATE POLICY "r" ON "docs" AS RESTRICTIVE FOR ALL TO public;