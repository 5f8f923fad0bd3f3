package dev.dbwarden.engine.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of the types of several ranges, which PostgreSQL gives from version 14 on. */
class RangeWordingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE TYPE span AS RANGE (SUBTYPE = date, multirange_type_name = span_multirange) | CREATE TYPE span AS RANGE (subtype = date) | true
            CREATE TYPE timerange AS RANGE (subtype = time, multirange_type_name = public.timemultirange) | CREATE TYPE timerange AS RANGE (subtype = time) | true
            CREATE TYPE app.arangerange AS RANGE (multirange_type_name = app.amultirangerange, subtype = date) | CREATE TYPE app.arangerange AS RANGE (subtype = date) | true
            CREATE TYPE span AS RANGE (subtype = date, multirange_type_name = spans) | CREATE TYPE span AS RANGE (subtype = date) | false
            CREATE TYPE span AS RANGE (subtype = date) | CREATE TYPE span AS RANGE (subtype = timestamp) | false
            CREATE TYPE span AS RANGE (subtype = float8, subtype_diff = float8mi) | CREATE TYPE span AS RANGE (subtype = float8) | false
            CREATE TYPE span AS RANGE (subtype = text, collation = "C") | CREATE TYPE span AS RANGE (subtype = text, collation = pg_catalog."C") | true
            """)
    void isOneForOneType(String one, String other, boolean same) {
        assertThat(Wording.of(one).equals(Wording.of(other))).isEqualTo(same);
    }
}
