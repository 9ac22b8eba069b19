package io.github.cleanroomscontract.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.cleanroomscontract.catalogue.Shape.Kind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ShapeTest {

  private static final Shape QUERY =
      shape("GetProtectedQuery", Direction.RESPONSE, "protectedQuery");
  private static final Shape START = shape("StartProtectedQuery", Direction.REQUEST);

  @Test
  void structure() {
    assertThat(QUERY.kind()).isEqualTo(Kind.STRUCTURE);
    assertThat(QUERY.name()).isEqualTo("ProtectedQuery").isEqualTo(QUERY.toString());
    assertThat(QUERY.description()).startsWith("One run of a SQL query");
    assertThat(QUERY.open()).isFalse();
    assertThat(QUERY.primitive()).isFalse();
  }

  @Test
  void membersStandInTheOrderOfTheApi() {
    assertThat(START.members())
        .extracting(Member::name, Member::required, member -> member.shape().name())
        .containsExactly(
            tuple("type", true, "ProtectedQueryType"),
            tuple("membershipIdentifier", true, "MembershipIdentifier"),
            tuple("sqlParameters", true, "ProtectedQuerySQLParameters"),
            tuple("resultConfiguration", false, "ProtectedQueryResultConfiguration"),
            tuple("computeConfiguration", false, "ComputeConfiguration"),
            tuple("queryComputePayerAccountId", false, "AccountId"));
    assertThat(START.member("sqlparameters")).isEmpty();
  }

  @Test
  void membersThatCameLaterHaveADate() {
    assertThat(START.member("type").orElseThrow().since()).isEmpty();
    assertThat(START.member("computeConfiguration").orElseThrow().since())
        .contains(LocalDate.of(2024, 10, 29));
  }

  @Test
  void union() {
    Shape union = below(START, "resultConfiguration", "outputConfiguration");

    assertThat(union.kind()).isEqualTo(Kind.UNION);
    assertThat(union.members())
        .extracting(Member::name, Member::required, Member::since)
        .containsExactly(
            tuple("s3", false, Optional.empty()),
            tuple("member", false, Optional.of(LocalDate.of(2024, 7, 24))),
            tuple("distribute", false, Optional.of(LocalDate.of(2025, 4, 30))),
            tuple("intermediateTable", false, Optional.of(LocalDate.of(2026, 6, 30))));
  }

  @Test
  void list() {
    Shape list =
        below(START, "resultConfiguration", "outputConfiguration", "distribute", "locations");

    assertThat(list.kind()).isEqualTo(Kind.LIST);
    assertThat(list.item().name()).isEqualTo("ProtectedQueryDistributeOutputConfigurationLocation");
    assertThat(list.minSize()).isEqualTo(OptionalLong.of(1));
    assertThat(list.maxSize()).isEmpty();
    assertThat(list.rules())
        .containsExactly("distribute.single-s3-location", "distribute.locations-unique");
    assertThat(list.item().rules()).isEmpty();
  }

  @Test
  void listWithAtMostSoManyItems() {
    Shape list =
        shape("BatchGetCollaborationAnalysisTemplate", Direction.REQUEST, "analysisTemplateArns");

    assertThat(list.minSize()).isEqualTo(OptionalLong.of(1));
    assertThat(list.maxSize()).isEqualTo(OptionalLong.of(10));
  }

  @Test
  void map() {
    Shape map = shape("CreateMembership", Direction.REQUEST, "tags");

    assertThat(map.kind()).isEqualTo(Kind.MAP);
    assertThat(map.key().name()).isEqualTo("TagKey");
    assertThat(map.value().name()).isEqualTo("TagValue");
    assertThat(map.minSize()).isEmpty();
    assertThat(map.maxSize()).isEqualTo(OptionalLong.of(200));
  }

  @Test
  void string() {
    Shape string = below(START, "queryComputePayerAccountId");

    assertThat(string.kind()).isEqualTo(Kind.STRING);
    assertThat(string.minLength()).isEqualTo(OptionalLong.of(12));
    assertThat(string.maxLength()).isEqualTo(OptionalLong.of(12));
    assertThat(string.pattern()).contains("^[0-9]+$");
    assertThat(string.primitive()).isFalse();
  }

  @Test
  void stringWithoutBounds() {
    Shape string = below(QUERY, "error", "message");

    assertThat(string.kind()).isEqualTo(Kind.STRING);
    assertThat(string.name()).isEqualTo("String");
    assertThat(string.primitive()).isTrue();
    assertThat(string.minLength()).isEmpty();
    assertThat(string.maxLength()).isEmpty();
    assertThat(string.pattern()).isEmpty();
    assertThat(string.description()).isEmpty();
  }

  @Test
  void enumeration() {
    Shape status = below(QUERY, "status");

    assertThat(status.kind()).isEqualTo(Kind.ENUM);
    assertThat(status.enumValues())
        .extracting(EnumValue::value)
        .containsExactly(
            "SUBMITTED", "STARTED", "CANCELLED", "CANCELLING", "FAILED", "SUCCESS", "TIMED_OUT");
    assertThat(status.enumValues()).allMatch(value -> value.since().isEmpty());
    assertThat(status.nearestValue("CANCELED")).contains("CANCELLED");
    assertThat(status.nearestValue("DONE")).isEmpty();
    assertThat(QUERY.nearestValue("status")).isEmpty();
  }

  @Test
  void valuesThatCameLaterHaveADate() {
    assertThat(below(START, "computeConfiguration", "worker", "type").enumValues())
        .containsExactly(
            new EnumValue("CR.1X", Optional.empty()),
            new EnumValue("CR.4X", Optional.empty()),
            new EnumValue("CR.8X", Optional.of(LocalDate.of(2026, 7, 27))));
  }

  @Test
  void integer() {
    Shape integer = below(START, "computeConfiguration", "worker", "number");

    assertThat(integer.kind()).isEqualTo(Kind.INTEGER);
    assertThat(integer.minimum()).isEqualTo(OptionalDouble.of(2));
    assertThat(integer.maximum()).isEqualTo(OptionalDouble.of(1024));
    assertThat(below(QUERY, "statistics", "totalDurationInMillis").maximum()).isEmpty();
  }

  /** The pattern and the length are for the three strings that a number may be. */
  @Test
  void number() {
    Shape number = below(QUERY, "statistics", "billedResourceUtilization", "units");

    assertThat(number.kind()).isEqualTo(Kind.NUMBER);
    assertThat(number.name()).isEqualTo("Double");
    assertThat(number.primitive()).isTrue();
    assertThat(number.pattern()).isEmpty();
    assertThat(number.minimum()).isEmpty();
  }

  @Test
  void timestamp() {
    assertThat(below(QUERY, "createTime").kind()).isEqualTo(Kind.TIMESTAMP);
  }

  @Test
  void bool() {
    Shape bool =
        below(START, "resultConfiguration", "outputConfiguration", "s3", "singleFileOutput");

    assertThat(bool.kind()).isEqualTo(Kind.BOOLEAN);
    assertThat(bool.name()).isEqualTo("Boolean");
    assertThat(bool.primitive()).isTrue();
  }

  @Test
  void sensitive() {
    assertThat(below(START, "sqlParameters").sensitive()).isTrue();
    assertThat(below(START, "sqlParameters", "parameters").sensitive()).isTrue();
    assertThat(below(START, "resultConfiguration").sensitive()).isFalse();
    // What holds something sensitive is not all sensitive itself.
    assertThat(START.sensitive()).isFalse();
  }

  private static Shape shape(String operation, Direction direction, String... members) {
    Operation found = Catalogue.current().operation(operation).orElseThrow();
    return below(direction == Direction.REQUEST ? found.request() : found.response(), members);
  }

  private static Shape below(Shape shape, String... members) {
    Shape found = shape;
    for (String member : members) {
      found = found.member(member).orElseThrow().shape();
    }
    return found;
  }
}
