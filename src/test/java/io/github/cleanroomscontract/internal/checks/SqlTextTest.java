package io.github.cleanroomscontract.internal.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {

  @Test
  void placeholdersHaveTheirFirstPlace() {
    SqlText sql = new SqlText("SELECT :a + :b_2 -:a, c=:C");
    assertThat(sql.placeholders()).containsEntry("a", 7).containsEntry("b_2", 12);
    assertThat(sql.placeholders()).containsOnlyKeys("a", "b_2", "C");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT a::int, '1'::int, (b)::int",
        "SELECT payload:device, list[0]:device, \"p\":device",
        "SELECT list[1:2]",
        "SELECT ':a', 'it''s :a'",
        "SELECT 1 -- :a",
        "SELECT /* :a\n:b */ 1",
        "SELECT \"x :a\", `:b`",
        "SELECT ':a",
        "SELECT '",
        "SELECT 1 /* :a",
        "",
      })
  void otherColonsAreNoPlaceholders(String text) {
    assertThat(new SqlText(text).placeholders()).isEmpty();
  }

  @Test
  void whereLiteralsEndIsOpenAfterBackslashes() {
    assertThat(new SqlText("SELECT 'it\\'s', ':a'").clear()).isFalse();
    assertThat(new SqlText("SELECT 'it''s', ':a' -- \\'").clear()).isTrue();
  }

  @Test
  void aNameIsMentionedWherever() {
    SqlText sql = new SqlText("SELECT ':first_day', :ab");
    assertThat(sql.mentions("FIRST_DAY")).isTrue();
    assertThat(sql.mentions("first")).isFalse();
    assertThat(sql.mentions("a")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM orders",
        "select * from\n\tOrders o",
        "SELECT * FROM a JOIN \"orders\" o ON true",
        "SELECT * FROM `orders`;",
        "SELECT (SELECT max(x) FROM orders)",
      })
  void tablesAreReadAfterFromAndJoin(String text) {
    assertThat(new SqlText(text).reads("orders")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT orders FROM a",
        "SELECT * FROM orders_2",
        "SELECT * FROM orders.lines",
        "SELECT * FROM a -- from orders",
        "SELECT 'from orders' FROM a",
        "SELECT \"from orders\" FROM a",
        "SELECT datefrom orders",
        "WITH orders AS (SELECT 1) SELECT * FROM orders",
        "SELECT '\\' FROM orders",
      })
  void whatIsNotSurelyReadIsNot(String text) {
    assertThat(new SqlText(text).reads("orders")).isFalse();
  }

  @Test
  void namesWithBlanksAreQuoted() {
    assertThat(new SqlText("SELECT * FROM \"my orders\"").reads("my orders")).isTrue();
    assertThat(new SqlText("SELECT * FROM my orders").reads("my orders")).isFalse();
  }
}
