CREATE SCHEMA IF NOT EXISTS "public";
CREATE TYPE "SchedulingType" AS ENUM ('roundRobin', 'collective', 'managed');
CREATE TYPE "period_type" AS ENUM ('unlimited', 'ROLLING');
CREATE TYPE "user-role" AS ENUM ('user', 'admin');
CREATE TABLE "Host" (
    "userId" INTEGER NOT NULL,
    "eventTypeId" INTEGER NOT NULL,
    "isFixed" BOOLEAN NOT NULL DEFAULT false,
    "priority" INTEGER,
    "memberId" INTEGER,
    CONSTRAINT "Host_pkey" PRIMARY KEY ("userId","eventTypeId")
);
CREATE TABLE "EventType" (
    "id" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "locations" JSONB,
    "length" INTEGER NOT NULL,
    "hidden" BOOLEAN NOT NULL DEFAULT false,
    "userId" INTEGER,
    "profileId" INTEGER,
    "parentId" INTEGER,
    "periodType" "period_type" NOT NULL DEFAULT 'unlimited',
    "periodStart" TIMESTAMP(3),
    "price" INTEGER NOT NULL DEFAULT 0,
    "currency" TEXT NOT NULL DEFAULT 'usd',
    "metadata" JSONB DEFAULT '{"a": [1, 2]}',
    "schedulingType" "SchedulingType",
    "minimumBookingNotice" INTEGER NOT NULL DEFAULT 120,
    "afterEventBuffer" INTEGER NOT NULL DEFAULT 0,
    "uid" TEXT NOT NULL,
    "uuid2" UUID NOT NULL,
    "ratio" DOUBLE PRECISION NOT NULL DEFAULT 1.0,
    "big" BIGINT NOT NULL DEFAULT -9223372036854775808,
    "dec" DECIMAL(12,4) NOT NULL DEFAULT 0.5,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "kinds" "SchedulingType"[] DEFAULT ARRAY['roundRobin', 'managed']::"SchedulingType"[],
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "at0" TIMESTAMP(0) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "fixed" TIMESTAMP(3) NOT NULL DEFAULT '2020-01-02 03:04:05.678 +00:00',
    "day" DATE,
    "t" TIMETZ(2),
    "ch" CHAR(2) NOT NULL,
    "vb" VARBIT(8) NOT NULL,
    "bits" BIT(3),
    "xml" XML,
    "inet" INET,
    "ci" CITEXT,
    "oid" OID,
    "sm" SMALLSERIAL NOT NULL,
    "re" REAL,
    "money" MONEY,
    "js" JSON,
    "nano" TEXT NOT NULL,
    "ul" TEXT NOT NULL,
    "gen" UUID NOT NULL DEFAULT gen_random_uuid(),
    "vec" vector(1536),
    "tsv" tsvector DEFAULT ''::tsvector,
    "circle" circle NOT NULL DEFAULT '<(10,4),11>'::circle,
    "upd" TIMESTAMP(3) NOT NULL,
    "bytes" BYTEA NOT NULL DEFAULT '\x68656c6c6f',
    CONSTRAINT "EventType_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "users" (
    "id" SERIAL NOT NULL,
    "username" TEXT,
    "email" TEXT NOT NULL,
    "email_verified" TIMESTAMP(3),
    "created" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "managerId" INTEGER,
    "orgId" BIGINT,
    "orgSlug" TEXT,
    "role" "user-role" NOT NULL DEFAULT 'user',
    CONSTRAINT "pk_users" PRIMARY KEY ("id")
);
CREATE TABLE "Team" (
    "id" BIGSERIAL NOT NULL,
    "slug" VARCHAR(64) NOT NULL,
    "quote" TEXT NOT NULL DEFAULT 'it''s "quoted" \ and
new line',
    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "aVeryLongModelNameThatGoesOnAndOnForPrismaToCutSomewhereAround" (
    "id" INTEGER NOT NULL,
    "anotherVeryLongColumnNameForAnIndexThatIsTooLong" INTEGER NOT NULL,
    "second" INTEGER NOT NULL,
    CONSTRAINT "aVeryLongModelNameThatGoesOnAndOnForPrismaToCutSomewhereAr_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "_user_eventtype" (
    "A" INTEGER NOT NULL,
    "B" INTEGER NOT NULL,
    CONSTRAINT "_user_eventtype_AB_pkey" PRIMARY KEY ("A","B")
);
CREATE TABLE "_follows" (
    "A" INTEGER NOT NULL,
    "B" INTEGER NOT NULL,
    CONSTRAINT "_follows_AB_pkey" PRIMARY KEY ("A","B")
);
CREATE TABLE "_TeamToUser" (
    "A" BIGINT NOT NULL,
    "B" INTEGER NOT NULL,
    CONSTRAINT "_TeamToUser_AB_pkey" PRIMARY KEY ("A","B")
);
CREATE INDEX "Host_memberId_idx" ON "Host"("memberId");
CREATE INDEX "Host_priority_idx" ON "Host"("priority") WHERE (priority > 0);
CREATE INDEX "Host_userId_idx" ON "Host"("userId");
CREATE UNIQUE INDEX "EventType_uid_key" ON "EventType"("uid");
CREATE INDEX "EventType_title_slug_idx" ON "EventType"("title" text_pattern_ops, "slug" DESC);
CREATE INDEX "et_meta" ON "EventType" USING GIN ("metadata" jsonb_path_ops);
CREATE INDEX "EventType_tags_idx" ON "EventType" USING GIN ("tags");
CREATE INDEX "EventType_at_idx" ON "EventType" USING BRIN ("at");
CREATE INDEX "mm" ON "EventType" USING BRIN ("at0" timestamp_minmax_multi_ops);
CREATE INDEX "EventType_uid_idx" ON "EventType" USING HASH ("uid");
CREATE INDEX "EventType_inet_idx" ON "EventType" USING GIST ("inet" inet_ops);
CREATE INDEX "len_hidden" ON "EventType"("length", "hidden", "price");
CREATE UNIQUE INDEX "EventType_userId_slug_key" ON "EventType"("userId", "slug");
CREATE UNIQUE INDEX "EventType_parent_user" ON "EventType"("parentId", "userId" DESC);
CREATE UNIQUE INDEX "users_email_unique" ON "users"("email");
CREATE INDEX "users_email_verified_idx" ON "users"("email_verified");
CREATE UNIQUE INDEX "users_email_username_key" ON "users"("email", "username");
CREATE UNIQUE INDEX "Team_id_slug_key" ON "Team"("id", "slug");
CREATE UNIQUE INDEX "aVeryLongModelNameThatGoesOnAndOnForPrismaToCutSomewhereAro_key" ON "aVeryLongModelNameThatGoesOnAndOnForPrismaToCutSomewhereAround"("anotherVeryLongColumnNameForAnIndexThatIsTooLong");
CREATE INDEX "aVeryLongModelNameThatGoesOnAndOnForPrismaToCutSomewhereAro_idx" ON "aVeryLongModelNameThatGoesOnAndOnForPrismaToCutSomewhereAround"("anotherVeryLongColumnNameForAnIndexThatIsTooLong", "second");
CREATE INDEX "_user_eventtype_B_index" ON "_user_eventtype"("B");
CREATE INDEX "_follows_B_index" ON "_follows"("B");
CREATE INDEX "_TeamToUser_B_index" ON "_TeamToUser"("B");
ALTER TABLE "Host" ADD CONSTRAINT "Host_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Host" ADD CONSTRAINT "Host_eventTypeId_fkey" FOREIGN KEY ("eventTypeId") REFERENCES "EventType"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "EventType" ADD CONSTRAINT "EventType_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "EventType" ADD CONSTRAINT "EventType_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "EventType"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "users" ADD CONSTRAINT "mgr_fk" FOREIGN KEY ("managerId") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;
ALTER TABLE "users" ADD CONSTRAINT "users_orgId_orgSlug_fkey" FOREIGN KEY ("orgId", "orgSlug") REFERENCES "Team"("id", "slug") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "_user_eventtype" ADD CONSTRAINT "_user_eventtype_A_fkey" FOREIGN KEY ("A") REFERENCES "EventType"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "_user_eventtype" ADD CONSTRAINT "_user_eventtype_B_fkey" FOREIGN KEY ("B") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "_follows" ADD CONSTRAINT "_follows_A_fkey" FOREIGN KEY ("A") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "_follows" ADD CONSTRAINT "_follows_B_fkey" FOREIGN KEY ("B") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "_TeamToUser" ADD CONSTRAINT "_TeamToUser_A_fkey" FOREIGN KEY ("A") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "_TeamToUser" ADD CONSTRAINT "_TeamToUser_B_fkey" FOREIGN KEY ("B") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
