package io.github.cleanroomscontract.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageSettingsTest {

  private static CoverageSettings of(Map<String, String> told) {
    return CoverageSettings.of(name -> Optional.ofNullable(told.get(name)));
  }

  @Test
  void withoutAWordItIsOnAndWritesIntoTarget() {
    CoverageSettings settings = of(Map.of());
    assertThat(settings.enabled()).isTrue();
    assertThat(settings.floor()).isEmpty();
    assertThat(settings.operations().isEmpty()).isTrue();
    assertThat(settings.run()).isEmpty();
    assertThat(settings.folder())
        .isEqualTo(
            Path.of(System.getProperty("basedir", ""), "target/cleanrooms-contract/coverage"));
  }

  @Test
  void everySettingIsTaken() {
    CoverageSettings settings =
        of(
            Map.of(
                "cleanrooms.contract.coverage", "off",
                "cleanrooms.contract.coverage.floor", "errors=1",
                "cleanrooms.contract.coverage.floor.check", "later",
                "cleanrooms.contract.coverage.operations", "List*, GetMembership",
                "cleanrooms.contract.coverage.as-of", "2025-04-30",
                "cleanrooms.contract.coverage.folder", "/somewhere",
                "cleanrooms.contract.coverage.run", " 7 "));
    assertThat(settings.enabled()).isFalse();
    assertThat(settings.floor()).hasToString("Optional[errors=1]");
    assertThat(settings.check()).isEqualTo(CoverageSettings.Check.LATER);
    assertThat(settings.operations().fit("ListMembers")).isTrue();
    assertThat(settings.operations().fit("GetMembership")).isTrue();
    assertThat(settings.operations().fit("GetSchema")).isFalse();
    assertThat(settings.contract().day()).isEqualTo("2025-04-30");
    assertThat(settings.folder()).isEqualTo(Path.of("/somewhere"));
    assertThat(settings.run()).contains("7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | no | cleanrooms.contract.coverage: \"no\" is none of on, off",
        "'' | offf | \"offf\" is none of on, off; did you mean off?",
        ".floor | membrs=1 | cleanrooms.contract.coverage.floor: nothing is measured as \"membrs\"",
        ".floor.check | latr | did you mean later?",
        ".operations | GetMembershp | cleanrooms.contract.coverage.operations: there is no operation \"GetMembershp\"; did you mean GetMembership?",
        ".as-of | today | cleanrooms.contract.coverage.as-of: \"today\" is not a day such as 2025-04-30",
        ".as-of | 2020-01-01 | the API exists since 2023-01-12"
      })
  void whatIsNotUnderstoodIsRefused(String name, String text, String message) {
    assertThatThrownBy(() -> of(Map.of("cleanrooms.contract.coverage" + name, text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
