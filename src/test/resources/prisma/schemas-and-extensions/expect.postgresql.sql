-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "auth";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "billing";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "pgcrypto" WITH SCHEMA "public";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "uuid-ossp";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "vector";

-- CreateEnum
CREATE TYPE "auth"."IdentityProvider" AS ENUM ('DOCUMENSO', 'GOOGLE', 'OIDC');

-- CreateEnum
CREATE TYPE "roles" AS ENUM ('ADMIN', 'USER');

-- CreateTable
CREATE TABLE "auth"."users" (
    "id" SERIAL NOT NULL,
    "name" TEXT,
    "email" TEXT NOT NULL,
    "email_verified" TIMESTAMP(3),
    "password" TEXT,
    "source" TEXT,
    "signature" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSignedIn" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "roles" "roles"[] DEFAULT ARRAY['USER']::"roles"[],
    "identityProvider" "auth"."IdentityProvider" NOT NULL DEFAULT 'DOCUMENSO',
    "url" TEXT,
    "twoFactorEnabled" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth"."Account" (
    "id" TEXT NOT NULL,
    "userId" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,
    "refresh_token" TEXT,
    "expires_at" INTEGER,
    "created_at" INTEGER DEFAULT extract(epoch from now())::int,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth"."Session" (
    "id" UUID NOT NULL,
    "sessionToken" TEXT NOT NULL,
    "userId" INTEGER NOT NULL,
    "expires" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "pk_session" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "billing"."Team" (
    "id" SERIAL NOT NULL,
    "ownerId" INTEGER,
    "meta" JSONB NOT NULL DEFAULT '{}',
    "price" DECIMAL(65,30) NOT NULL DEFAULT 9.99,
    "money" MONEY NOT NULL,
    "real" REAL NOT NULL,
    "dbl" DOUBLE PRECISION NOT NULL,
    "bytes" BYTEA,
    "big" BIGINT NOT NULL DEFAULT 0,
    "tags" TEXT[],
    "ints" INTEGER[] DEFAULT ARRAY[1, 2, -3]::INTEGER[],
    "dts" TIMESTAMP(3)[],
    "vec" vector(3),
    "ts" tsvector DEFAULT to_tsvector('english'::regconfig, 'a'::text),

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "billing"."Post" (
    "teamId" INTEGER NOT NULL,
    "seq" SERIAL NOT NULL,
    "slug" VARCHAR(200) NOT NULL,
    "authorId" INTEGER NOT NULL,
    "reviewerId" INTEGER,
    "parentTeam" INTEGER,
    "parentSeq" INTEGER,
    "published" TIMESTAMPTZ(6) NOT NULL,
    "time" TIME(3) NOT NULL,

    CONSTRAINT "Post_pkey" PRIMARY KEY ("teamId","seq")
);

-- CreateTable
CREATE TABLE "billing"."Category" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" CHAR(10) NOT NULL,

    CONSTRAINT "Category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Ignored" (
    "id" INTEGER NOT NULL,
    "a" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "auth"."_follows" (
    "A" INTEGER NOT NULL,
    "B" INTEGER NOT NULL,

    CONSTRAINT "_follows_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "auth"."users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "user_url" ON "auth"."users"("url");

-- CreateIndex
CREATE INDEX "users_email_createdAt_idx" ON "auth"."users"("email", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Account_provider_providerAccountId_key" ON "auth"."Account"("provider", "providerAccountId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_sessionToken_key" ON "auth"."Session"("sessionToken");

-- CreateIndex
CREATE INDEX "Team_tags_idx" ON "billing"."Team" USING GIN ("tags");

-- CreateIndex
CREATE INDEX "meta_gin" ON "billing"."Team" USING GIN ("meta" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "Team_ownerId_idx" ON "billing"."Team" USING HASH ("ownerId");

-- CreateIndex
CREATE INDEX "Team_big_idx" ON "billing"."Team" USING BRIN ("big");

-- CreateIndex
CREATE UNIQUE INDEX "post_slug_author" ON "billing"."Post"("slug" DESC, "authorId");

-- CreateIndex
CREATE UNIQUE INDEX "Category_name_key" ON "billing"."Category"("name");

-- CreateIndex
CREATE INDEX "_follows_B_index" ON "auth"."_follows"("B");

-- AddForeignKey
ALTER TABLE "auth"."Account" ADD CONSTRAINT "fk_account_user" FOREIGN KEY ("userId") REFERENCES "auth"."users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "auth"."Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "auth"."users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "billing"."Team" ADD CONSTRAINT "Team_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "auth"."users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "billing"."Post" ADD CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "auth"."users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "billing"."Post" ADD CONSTRAINT "Post_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "auth"."users"("id") ON DELETE RESTRICT ON UPDATE SET NULL;

-- AddForeignKey
ALTER TABLE "billing"."Post" ADD CONSTRAINT "Post_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "billing"."Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "billing"."Post" ADD CONSTRAINT "Post_parentTeam_parentSeq_fkey" FOREIGN KEY ("parentTeam", "parentSeq") REFERENCES "billing"."Post"("teamId", "seq") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "auth"."_follows" ADD CONSTRAINT "_follows_A_fkey" FOREIGN KEY ("A") REFERENCES "auth"."users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth"."_follows" ADD CONSTRAINT "_follows_B_fkey" FOREIGN KEY ("B") REFERENCES "auth"."users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
