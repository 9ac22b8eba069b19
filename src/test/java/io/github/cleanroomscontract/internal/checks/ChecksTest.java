package io.github.cleanroomscontract.internal.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.context.CallContext;
import io.github.cleanroomscontract.internal.json.Way;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class ChecksTest {

  private static final JsonNode NODE = JsonNodeFactory.instance.objectNode();

  /** A check that asks is interrupted, which costs more than the check. */
  @Test
  void whatOnceAskedIsNotTriedAgainBeforeThereIsAnAnswer() {
    AtomicInteger tries = new AtomicInteger();
    Check check =
        new Check(
            "a.rule",
            "Shape",
            Optional.empty(),
            subject -> {
              tries.incrementAndGet();
              subject.with(subject.request(), "the request", (at, request) -> at.fails());
            });

    assertThat(check.make(exchange(Optional.empty()), Way.TOP, NODE)).isFalse();
    assertThat(check.make(exchange(Optional.empty()), Way.TOP, NODE)).isFalse();
    assertThat(tries).hasValue(1);

    Subject.Beyond beyond = new Subject.Beyond(CallContext.create().facts(), Optional.of(NODE));
    Subject.Exchange exchange = exchange(Optional.of(beyond));
    assertThat(check.make(exchange, Way.TOP, NODE)).isTrue();
    assertThat(exchange.hits()).containsExactly(new Hit("a.rule", "", ""));
  }

  private static Subject.Exchange exchange(Optional<Subject.Beyond> beyond) {
    return new Subject.Exchange(
        "GetMembership",
        Direction.RESPONSE,
        NODE,
        beyond,
        Catalogue.MODEL_DATE,
        new ArrayList<>(),
        new ArrayList<>());
  }

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
