-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "A" (
    "id" BIGSERIAL NOT NULL,
    "nextId" BIGINT,
    "n" TEXT NOT NULL,
    "n2" TEXT NOT NULL,
    "u" TEXT NOT NULL,
    "c2" TEXT NOT NULL,
    "v7" UUID NOT NULL,
    "esc" TEXT NOT NULL DEFAULT 'it''s "quoted" \ back
newline',
    "uni" TEXT NOT NULL DEFAULT 'ünïcode ☃',
    "neg" INTEGER NOT NULL DEFAULT -5,
    "fl" DOUBLE PRECISION NOT NULL DEFAULT 1000.5,
    "fl2" DOUBLE PRECISION NOT NULL DEFAULT -0.5,
    "flag" BOOLEAN DEFAULT true,
    "bytes" BYTEA NOT NULL DEFAULT '\x68656c6c6f',
    "d" DATE NOT NULL DEFAULT '2024-02-29 12:00:00 +00:00',
    "tstz" TIMESTAMPTZ(3) NOT NULL DEFAULT '2024-02-29 12:00:00 +02:00',
    "j" JSONB NOT NULL DEFAULT '[1, {"a": "it''s"}]',
    "dec" DECIMAL(30,3) NOT NULL DEFAULT 12345678901234567890.123,
    "sml" SMALLINT NOT NULL DEFAULT 7,
    "inc" SERIAL NOT NULL,
    "str" VARCHAR NOT NULL DEFAULT '',
    "weird name" TEXT,

    CONSTRAINT "A_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "b_table" (
    "a_id" BIGINT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "b_key" PRIMARY KEY ("a_id","key")
);

-- CreateTable
CREATE TABLE "C" (
    "id" TEXT NOT NULL,
    "aId" BIGINT NOT NULL,

    CONSTRAINT "C_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ThisIsAnExtremelyLongModelNameThatGoesBeyondTheLimitOfSixtyThreeBytes" (
    "id" SERIAL NOT NULL,
    "averyveryverylongfieldnameindeed" INTEGER NOT NULL,
    "another" TEXT NOT NULL,

    CONSTRAINT "ThisIsAnExtremelyLongModelNameThatGoesBeyondTheLimitOfSixt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OtherVeryLongModelNameForTheConstraintNamesToBeCut" (
    "id" SERIAL NOT NULL,
    "thisIsAnExtremelyLongModelNameId" INTEGER NOT NULL,

    CONSTRAINT "OtherVeryLongModelNameForTheConstraintNamesToBeCut_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ManyA" (
    "uid" TEXT NOT NULL,

    CONSTRAINT "ManyA_pkey" PRIMARY KEY ("uid")
);

-- CreateTable
CREATE TABLE "ManyB" (
    "id" INTEGER NOT NULL,

    CONSTRAINT "ManyB_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "_ManyAToOtherVeryLongModelNameForTheConstraintNamesToBeCut" (
    "A" TEXT NOT NULL,
    "B" INTEGER NOT NULL,

    CONSTRAINT "_ManyAToOtherVeryLongModelNameForTheConstraintNamesToBe_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_Custom" (
    "A" TEXT NOT NULL,
    "B" INTEGER NOT NULL,

    CONSTRAINT "_Custom_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE UNIQUE INDEX "A_nextId_key" ON "A"("nextId");

-- CreateIndex
CREATE UNIQUE INDEX "c_a" ON "C"("aId" DESC);

-- CreateIndex
CREATE INDEX "short" ON "C"("aId");

-- CreateIndex
CREATE UNIQUE INDEX "C_id_aId_key" ON "C"("id", "aId");

-- CreateIndex
CREATE UNIQUE INDEX "ThisIsAnExtremelyLongModelNameThatGoesBeyondTheLimitOfSixty_key" ON "ThisIsAnExtremelyLongModelNameThatGoesBeyondTheLimitOfSixtyThreeBytes"("averyveryverylongfieldnameindeed");

-- CreateIndex
CREATE INDEX "ThisIsAnExtremelyLongModelNameThatGoesBeyondTheLimitOfSixty_idx" ON "ThisIsAnExtremelyLongModelNameThatGoesBeyondTheLimitOfSixtyThreeBytes"("averyveryverylongfieldnameindeed", "another");

-- CreateIndex
CREATE INDEX "_ManyAToOtherVeryLongModelNameForTheConstraintNamesToBe_B_index" ON "_ManyAToOtherVeryLongModelNameForTheConstraintNamesToBeCut"("B");

-- CreateIndex
CREATE INDEX "_Custom_B_index" ON "_Custom"("B");

-- AddForeignKey
ALTER TABLE "A" ADD CONSTRAINT "A_nextId_fkey" FOREIGN KEY ("nextId") REFERENCES "A"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "b_table" ADD CONSTRAINT "b_table_a_id_fkey" FOREIGN KEY ("a_id") REFERENCES "A"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "C" ADD CONSTRAINT "C_aId_fkey" FOREIGN KEY ("aId") REFERENCES "A"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OtherVeryLongModelNameForTheConstraintNamesToBeCut" ADD CONSTRAINT "OtherVeryLongModelNameForTheConstraintNamesToBeCut_thisIsA_fkey" FOREIGN KEY ("thisIsAnExtremelyLongModelNameId") REFERENCES "ThisIsAnExtremelyLongModelNameThatGoesBeyondTheLimitOfSixtyThreeBytes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_ManyAToOtherVeryLongModelNameForTheConstraintNamesToBeCut" ADD CONSTRAINT "_ManyAToOtherVeryLongModelNameForTheConstraintNamesToBeC_A_fkey" FOREIGN KEY ("A") REFERENCES "ManyA"("uid") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_ManyAToOtherVeryLongModelNameForTheConstraintNamesToBeCut" ADD CONSTRAINT "_ManyAToOtherVeryLongModelNameForTheConstraintNamesToBeC_B_fkey" FOREIGN KEY ("B") REFERENCES "OtherVeryLongModelNameForTheConstraintNamesToBeCut"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_Custom" ADD CONSTRAINT "_Custom_A_fkey" FOREIGN KEY ("A") REFERENCES "ManyA"("uid") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_Custom" ADD CONSTRAINT "_Custom_B_fkey" FOREIGN KEY ("B") REFERENCES "ManyB"("id") ON DELETE CASCADE ON UPDATE CASCADE;
