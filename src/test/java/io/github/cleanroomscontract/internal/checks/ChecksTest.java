package io.github.cleanroomscontract.internal.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Shape;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ChecksTest {

  /** A validator of an earlier day must not make later ones overlook anything. */
  @Test
  void whatIsBelowAShapeDependsOnTheDay() {
    assertThat(concerned(Catalogue.LAUNCH)).isFalse();
    assertThat(concerned(Catalogue.MODEL_DATE)).isTrue();
    assertThat(concerned(Catalogue.LAUNCH)).isFalse();
  }

  /** Of the sources of tables, only that in Snowflake has something to check. */
  private static boolean concerned(LocalDate day) {
    Shape request = Catalogue.asOf(day).operation("CreateConfiguredTable").orElseThrow().request();
    return new Checks(day).concern(request.member("tableReference").orElseThrow().shape());
  }
}
