package io.github.cleanroomscontract.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanroomscontract.catalogue.Catalogue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Change pages, held against what is published of two releases. */
class ChangePageTest {

  private static final List<String> TYPES =
      List.of(
          "BINARY",
          "BYTE",
          "CHARACTER",
          "DOUBLE",
          "FLOAT",
          "INT",
          "LONG",
          "NUMERIC",
          "SHORT",
          "STRING",
          "TIMESTAMP_LTZ",
          "TIMESTAMP_NTZ",
          "TINYINT");

  private static final String ENGINE = "analyticsEngine SPARK|CLEAN_ROOMS_SQL";
  private static final String SINGLE = "s3.singleFileOutput boolean";
  private static final String WORKER =
      "computeConfiguration exactly one of, computeConfiguration.worker object,"
          + " computeConfiguration.worker.type CR.1X|CR.4X, computeConfiguration.worker.number"
          + " integer";

  @Test
  void ofOctober2024() {
    ChangePage page = ChangePage.of(LocalDate.of(2024, 10, 29));
    String types = "type +" + String.join("|", TYPES);
    String parameters = "analysisParameters[]." + types;
    String query =
        "protectedQuery.resultConfiguration.outputConfiguration."
            + SINGLE
            + ", protectedQuery.statistics.billedResourceUtilization object,"
            + " protectedQuery.statistics.billedResourceUtilization.units number, "
            + WORKER.replace("computeConfiguration", "protectedQuery.computeConfiguration");
    String membership = "membership.defaultResultConfiguration.outputConfiguration." + SINGLE;
    String collaboration = "collaboration." + ENGINE;
    assertThat(page.added()).isEmpty();
    assertThat(lines(page))
        .containsExactly(
            "BatchGetCollaborationAnalysisTemplate: <- collaborationAnalysisTemplates[]."
                + parameters,
            "CreateAnalysisTemplate: -> " + parameters + " <- analysisTemplate." + parameters,
            "CreateCollaboration: -> " + ENGINE + " <- " + collaboration,
            "CreateMembership: -> defaultResultConfiguration.outputConfiguration."
                + SINGLE
                + " <- "
                + membership,
            "GetAnalysisTemplate: <- analysisTemplate." + parameters,
            "GetCollaboration: <- " + collaboration,
            "GetCollaborationAnalysisTemplate: <- collaborationAnalysisTemplate." + parameters,
            "GetMembership: <- " + membership,
            "GetProtectedQuery: <- " + query,
            "ListCollaborations: <- collaborationList[]." + ENGINE,
            "StartProtectedQuery: -> resultConfiguration.outputConfiguration."
                + SINGLE
                + ", "
                + WORKER
                + " <- "
                + query,
            "UpdateAnalysisTemplate: <- analysisTemplate." + parameters,
            "UpdateCollaboration: <- " + collaboration,
            "UpdateMembership: -> defaultResultConfiguration.outputConfiguration."
                + SINGLE
                + " <- "
                + membership,
            "UpdateProtectedQuery: <- " + query);
    assertThat(page.constraints())
        .extracting(ConstraintChange::where, ConstraintChange::what)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("AnalysisTemplateArnOrQueryWildcard", "pattern"),
            org.assertj.core.groups.Tuple.tuple("PopulateIdMappingTable", "errors"));
  }

  @Test
  void ofSeptember2025() {
    ChangePage page = ChangePage.of(LocalDate.of(2025, 9, 4));
    String job = WORKER.replace("computeConfiguration", "protectedJob.computeConfiguration");
    assertThat(page.added()).isEmpty();
    assertThat(page.constraints()).isEmpty();
    assertThat(lines(page))
        .containsExactly(
            "GetProtectedJob: <- " + job,
            "StartProtectedJob: -> " + WORKER + " <- " + job,
            "UpdateProtectedJob: <- " + job);
  }

  @Test
  void theLaunchAddedWhatThereWas() {
    ChangePage page = ChangePage.of(Catalogue.LAUNCH);
    assertThat(page.added())
        .hasSize(34)
        .contains("StartProtectedQuery")
        .doesNotContain("TagResource");
    assertThat(page.updated()).isEmpty();
  }

  @Test
  void valuesThatWentAreTold() {
    ChangePage page = ChangePage.of(LocalDate.of(2024, 7, 24));
    assertThat(lines(page))
        .anyMatch(
            line ->
                line.startsWith("GetSchema:")
                    && line.contains(
                        "-CUSTOM_ANALYSIS_NOT_ALLOWED|NO_MEMBER_ACCOUNT_ALLOWED_TO_PROVIDE_ANALYSIS"));
  }

  @Test
  void constraintsTellBeforeAndAfter() {
    assertThat(ChangePage.of(LocalDate.of(2023, 8, 30)).constraints())
        .contains(
            new ConstraintChange("KeyPrefix", "maximum length", "none", "512"),
            new ConstraintChange(
                "StartProtectedQuery request",
                "member resultConfiguration",
                "required",
                "optional"),
            new ConstraintChange("AllowedColumnList", "maximum size", "100", "225"));
  }

  @Test
  void otherDaysHaveNoPage() {
    assertThatThrownBy(() -> ChangePage.of(LocalDate.of(2024, 10, 30)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the API did not change on 2024-10-30");
  }

  private static List<String> lines(ChangePage page) {
    return page.updated().stream()
        .map(
            operation ->
                operation.name()
                    + ":"
                    + line(" -> ", operation.request())
                    + line(" <- ", operation.response()))
        .toList();
  }

  private static String line(String arrow, List<Change> changes) {
    List<String> parts = new ArrayList<>();
    changes.forEach(change -> collect(change, parts));
    return parts.isEmpty() ? "" : arrow + String.join(", ", parts);
  }

  private static void collect(Change change, List<String> parts) {
    String values = String.join("|", change.values());
    String text =
        switch (change.kind()) {
          case VALUES_ADDED -> "+" + values;
          case VALUES_REMOVED -> "-" + values;
          case MEMBER, VARIANT -> values.isEmpty() ? change.type() : values;
        };
    parts.add(change.path() + " " + text);
    change.below().forEach(below -> collect(below, parts));
  }
}
