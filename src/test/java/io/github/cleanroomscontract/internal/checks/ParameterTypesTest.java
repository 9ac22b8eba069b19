package io.github.cleanroomscontract.internal.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterTypesTest {

  @ParameterizedTest
  @CsvSource({
    "TINYINT, -128",
    "BYTE, +127",
    "SMALLINT, 32767",
    "SHORT, -32768",
    "INTEGER, 2147483647",
    "INT, 007",
    "BIGINT, 9223372036854775807",
    "LONG, ' 1 '",
    "DECIMAL, 49.90",
    "NUMERIC, -.5",
    "REAL, 1e-3",
    "DOUBLE, NaN",
    "DOUBLE_PRECISION, -Infinity",
    "FLOAT, 2.",
    "BOOLEAN, TRUE",
    "BOOLEAN, f",
    "DATE, 2028-02-29",
    "DATE, 2026-3-1",
    "TIMESTAMP, 2026-03-01 09:30:00.123456",
    "TIMESTAMP_NTZ, 2026-03-01T09:30:00",
    "TIMESTAMPTZ, 2026-03-01 09:30:00+01",
    "TIME, 9:30:00",
    "TIMETZ, 21:00:00+00",
    "VARCHAR, anything",
    "BINARY, ff",
    // What is not known is not judged.
    "INTEGER, ''",
    "INTERVAL, 3 days",
  })
  void whatMayBeAValueIsNotMissed(String type, String text) {
    assertThat(ParameterTypes.missed(type, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "TINYINT, 128, a whole number of 8 bits",
    "SMALLINT, -32769, a whole number of 16 bits",
    "INTEGER, spring-2026, a whole number of 32 bits",
    "INTEGER, 1.5, a whole number of 32 bits",
    "BIGINT, 9223372036854775808, a whole number of 64 bits",
    "DECIMAL, 'NaN', a number",
    "DOUBLE, '1,5', a number",
    "BOOLEAN, maybe, true or false",
    "DATE, 2026-02-30, a date such as 2026-03-01",
    "DATE, 01/03/2026, a date such as 2026-03-01",
    "TIMESTAMP, 09:30:00, a time such as 2026-03-01 09:30:00",
    "TIME, noon, a time such as 09:30:00",
  })
  void whatIsSurelyNoValueIsMissed(String type, String text, String form) {
    assertThat(ParameterTypes.missed(type, text)).contains(form);
  }
}
