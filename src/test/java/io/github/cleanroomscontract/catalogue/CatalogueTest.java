package io.github.cleanroomscontract.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

  private static final Catalogue CATALOGUE = Catalogue.current();

  @Nested
  class Operations {

    @Test
    void areSortedByName() {
      assertThat(CATALOGUE.operations())
          .extracting(Operation::name)
          .isSorted()
          .doesNotHaveDuplicates()
          .contains("BatchGetCollaborationAnalysisTemplate", "UpdateProtectedQuery");
    }

    @Test
    void areFoundByName() {
      for (Operation operation : CATALOGUE.operations()) {
        assertThat(CATALOGUE.operation(operation.name())).containsSame(operation);
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "getMembership", "GetMembership ", "DeleteEverything", "membership"})
    void areNotFoundByAnythingElse(String name) {
      assertThat(CATALOGUE.operation(name)).isEmpty();
    }

    @Test
    void sayWhatTheirSchemaSays() {
      Operation operation = operation("StartProtectedQuery");

      assertThat(operation).hasToString("StartProtectedQuery");
      assertThat(operation.resource()).isEqualTo("protected-query");
      assertThat(operation.description()).startsWith("Runs a SQL query").endsWith(".");
      assertThat(operation.http())
          .hasToString("POST /memberships/{membershipIdentifier}/protectedQueries");
      assertThat(operation.status()).isEqualTo(200);
      assertThat(operation.schemaUri(Direction.REQUEST))
          .isEqualTo(
              "https://cleanroomscontract.github.io/schemas/"
                  + "protected-query/StartProtectedQuery.schema.json#/$defs/request");
      assertThat(operation.schemaUri(Direction.RESPONSE)).endsWith("#/$defs/response");
    }

    @Test
    void knowWhichOfTheirMembersTravelInTheQuery() {
      HttpBinding http = operation("ListCollaborations").http();

      assertThat(http.pathMembers()).isEmpty();
      assertThat(http.queryMembers()).containsExactly("nextToken", "maxResults", "memberStatus");
    }

    /** Whatever travels in path or query is a member, and what travels in the path is required. */
    @Test
    void bindOnlyMembersOfTheirRequests() {
      for (Operation operation : CATALOGUE.operations()) {
        Shape request = operation.request();
        assertThat(operation.http().pathMembers())
            .allMatch(name -> request.member(name).orElseThrow().required());
        assertThat(operation.http().queryMembers())
            .allMatch(name -> request.member(name).isPresent());
      }
    }

    @Test
    void cameWithTheLaunchUnlessTheySayOtherwise() {
      assertThat(operation("StartProtectedQuery").since()).isEqualTo(LocalDate.of(2023, 1, 12));
      assertThat(operation("StartProtectedJob").since()).isEqualTo(LocalDate.of(2025, 3, 18));
    }

    @Test
    void haveRequestAndResponse() {
      Operation operation = operation("GetProtectedQuery");

      assertThat(operation.request()).hasToString("GetProtectedQuery request");
      assertThat(operation.request().members())
          .extracting(Member::name)
          .containsExactly("membershipIdentifier", "protectedQueryIdentifier");
      assertThat(operation.response()).hasToString("GetProtectedQuery response");
      assertThat(operation.response().members())
          .extracting(Member::name)
          .containsExactly("protectedQuery");
    }

    @Test
    void declareErrors() {
      Operation operation = operation("GetProtectedQuery");

      assertThat(operation.errors())
          .extracting(ErrorShape::name)
          .containsExactly(
              "AccessDeniedException",
              "InternalServerException",
              "ResourceNotFoundException",
              "ThrottlingException",
              "ValidationException");
    }

    private static Operation operation(String name) {
      return CATALOGUE.operation(name).orElseThrow();
    }
  }

  @Nested
  class Errors {

    @Test
    void haveTheirStatus() {
      assertThat(CATALOGUE.errors())
          .extracting(error -> entry(error.name(), error.status()))
          .containsExactly(
              entry("AccessDeniedException", 403),
              entry("ConflictException", 409),
              entry("InternalServerException", 500),
              entry("ResourceNotFoundException", 404),
              entry("ServiceQuotaExceededException", 402),
              entry("ThrottlingException", 429),
              entry("ValidationException", 400));
    }

    @Test
    void haveABody() {
      ErrorShape error = CATALOGUE.error("ResourceNotFoundException").orElseThrow();

      assertThat(error.shape().name()).isEqualTo("ResourceNotFoundException");
      assertThat(error.shape().open()).isTrue();
      assertThat(error.shape().members())
          .extracting(Member::name, Member::required)
          .containsExactly(
              tuple("message", true), tuple("resourceId", true), tuple("resourceType", true));
      assertThat(CATALOGUE.schemaUri(error))
          .isEqualTo(
              "https://cleanroomscontract.github.io/schemas/"
                  + "common/errors.schema.json#/$defs/ResourceNotFoundException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "throttlingException", "ResourceType", "ValidationExceptionReason"})
    void areNothingElse(String name) {
      assertThat(CATALOGUE.error(name)).isEmpty();
    }
  }

  @Nested
  class Directions {

    @Test
    void haveLabels() {
      assertThat(Direction.values())
          .extracting(Direction::label)
          .containsExactly("request", "response", "error");
      for (Direction direction : Direction.values()) {
        assertThat(Direction.of(direction.label())).contains(direction);
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "REQUEST", "requests"})
    void areNotFoundByAnythingElse(String label) {
      assertThat(Direction.of(label)).isEmpty();
    }
  }
}
