package dev.dbwarden.engine.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbwarden.engine.schema.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorClassTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CREATE OPERATOR CLASS c FOR TYPE point USING btree AS OPERATOR 1 <^, FUNCTION 1 compared | the types of the arguments of compared are not known
            CREATE OPERATOR CLASS c FOR TYPE point USING btree AS OPERATOR <^ | number of an operator or a function
            CREATE OPERATOR CLASS c FOR TYPE point USING btree AS OPERATOR 1 , | an operator
            CREATE OPERATOR CLASS c FOR TYPE point USING btree AS OPERATOR 1 <^ RECHECK | the end of the operator class
            CREATE OPERATOR CLASS c FOR TYPE point USING btree FAMILY integer_ops AS OPERATOR 1 << (point, integer) | OPERATOR 1 (POINT, INTEGER) of the operator class c belongs to the operator family integer_ops, which is not in the model
            CREATE OPERATOR CLASS int4_ops FOR TYPE integer USING gist AS STORAGE integer | an operator class or family of PostgreSQL is called int4_ops too
            CREATE OPERATOR FAMILY public.text_ops USING btree | an operator class or family of PostgreSQL is called text_ops too
            ALTER OPERATOR FAMILY integer_ops USING btree ADD OPERATOR 1 < (integer, point) | no operator family integer_ops.btree is there to change
            CREATE OPERATOR FAMILY f USING btree; ALTER OPERATOR FAMILY f USING btree ADD OPERATOR 1 < | (left type, right type)
            CREATE OPERATOR FAMILY f USING btree; ALTER OPERATOR FAMILY f USING btree ADD FUNCTION 2 date_sortsupport(internal) | function 2 of an operator family needs the types
            CREATE OPERATOR FAMILY f USING btree; ALTER OPERATOR FAMILY f USING btree DROP OPERATOR 1 (date) | the operator family f has no OPERATOR 1 (DATE, DATE) of its own
            CREATE OPERATOR FAMILY f USING btree; ALTER OPERATOR FAMILY f USING btree ADD OPERATOR 1 < (date, point), OPERATOR 1 > (date, point) | the operator family f has OPERATOR 1 (DATE, POINT) already
            CREATE OPERATOR CLASS c FOR TYPE point USING btree AS OPERATOR 1 <^; ALTER OPERATOR FAMILY c USING btree ADD OPERATOR 1 >^ (point, point) | the operator class c has OPERATOR 1 (POINT, POINT) already
            CREATE OPERATOR CLASS c FOR TYPE point USING btree AS OPERATOR 1 <^, OPERATOR 1 >^ | OPERATOR 1 (POINT, POINT) stands twice
            CREATE OPERATOR CLASS c FOR TYPE point USING btree AS STORAGE point; ALTER OPERATOR CLASS c USING btree RENAME TO d | cannot be renamed
            """)
    void isRefusedWithTheReason(String script, String reason) {
        assertThat(new Postgresql().read(script, Schema.EMPTY).problems()).singleElement().satisfies(problem -> assertThat(problem.message()).contains(reason));
    }

    /** Nobody knows which members of another access method belong to a class. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE OPERATOR CLASS c FOR TYPE point USING other AS OPERATOR 1 <^
            CREATE OPERATOR FAMILY f USING other""")
    void isCarriedWholeForAnotherMethod(String statement) {
        assertThat(new Postgresql().read(statement, Schema.EMPTY).schema().objects()).singleElement().satisfies(object -> assertThat(object.toString()).contains(statement));
    }
}
