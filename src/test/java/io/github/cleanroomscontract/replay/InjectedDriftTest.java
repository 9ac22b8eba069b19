package io.github.cleanroomscontract.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.generation.GeneratedCase;
import io.github.cleanroomscontract.generation.PayloadCases;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.sample.Trees;
import io.github.cleanroomscontract.stub.ContractStub;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever moves in an answer is found at its place, and nothing else is. */
class InjectedDriftTest {

  /** The service's own ARNs are longer than is published. */
  private static final String UNAVOIDABLE = "arn.published-maximum";

  /**
   * A value in an answer.
   *
   * @param path where it is
   * @param shape what it is
   * @param required whether its holder is broken without it
   */
  private record Spot(List<String> path, Shape shape, boolean required) {

    String pointer() {
      return path.stream().reduce("", Pointers::append, String::concat);
    }

    String holder() {
      return path.subList(0, path.size() - 1).stream().reduce("", Pointers::append, String::concat);
    }
  }

  /** What an operation answers to the simplest of its inputs. */
  private static final class Subject {

    private final Operation operation;
    private final Step step;
    private final Object answer;
    private final List<Spot> spots = new ArrayList<>();

    Subject(Operation operation) {
      this.operation = operation;
      GeneratedCase simplest =
          PayloadCases.of(operation.name(), Direction.REQUEST)
              .valid()
              .filter(each -> answer(operation, each.payload()).status() < 300)
              .findFirst()
              .orElseThrow();
      this.step = new Step("simplest", operation.name(), simplest.payload(), true);
      String body =
          new String(answer(operation, simplest.payload()).body(), StandardCharsets.UTF_8);
      this.answer = body.isEmpty() ? Map.of() : Trees.read(body);
      walk(answer, operation.response(), List.of(), false);
    }

    /** An empty list in a query, for one, does not arrive. */
    private static WireAnswer answer(Operation operation, String input) {
      InMemoryService service = new InMemoryService(ContractStub.create());
      return service.call(operation, input, true).answer().orElseThrow();
    }

    private void walk(Object value, Shape shape, List<String> path, boolean required) {
      spots.add(new Spot(path, shape, required));
      if (value instanceof Map<?, ?> members && shape.kind() != Shape.Kind.MAP) {
        members.forEach(
            (name, member) -> {
              Member known = shape.member((String) name).orElseThrow();
              walk(member, known.shape(), with(path, known.name()), known.required());
            });
      } else if (value instanceof List<?> items) {
        for (int i = 0; i < items.size(); i++) {
          walk(items.get(i), shape.item(), with(path, Integer.toString(i)), false);
        }
      }
    }

    private static List<String> with(List<String> path, String segment) {
      return Stream.concat(path.stream(), Stream.of(segment)).toList();
    }

    Stream<Spot> spots(Shape.Kind kind) {
      return spots.stream().filter(each -> each.shape().kind() == kind);
    }

    CallResult judged(Object body, int status) {
      WireAnswer moved = WireAnswer.json(status, Trees.json(body));
      InMemoryService service =
          new InMemoryService(ContractStub.create()).answering(operation.name(), each -> moved);
      Allowance.Builder all = Allowance.builder().keepCreated(true);
      List.of(Effect.values()).forEach(all::allow);
      return Replay.of(service)
          .allowance(all.build())
          .itinerary(session -> session.call(step))
          .build()
          .run()
          .calls()
          .get(0);
    }

    CallResult judged(List<String> path, Object value) {
      return judged(Trees.with(answer, path, value), operation.status());
    }
  }

  static Stream<Operation> operations() {
    return Catalogue.current().operations().stream();
  }

  private static List<String> found(CallResult result) {
    return result.message().report().findings().stream()
        .filter(each -> !each.rule().id().equals(UNAVOIDABLE))
        .map(InjectedDriftTest::text)
        .toList();
  }

  private static String text(Finding each) {
    return each.rule() + " " + each.pointer() + each.member().map(name -> " " + name).orElse("");
  }

  @Test
  void everyKindOfDriftIsTriedSomewhere() {
    List<Subject> subjects = operations().map(Subject::new).toList();
    for (Shape.Kind kind : List.of(Shape.Kind.STRUCTURE, Shape.Kind.UNION, Shape.Kind.ENUM)) {
      assertThat(subjects).filteredOn(each -> each.spots(kind).count() > 1).hasSizeGreaterThan(10);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aNewMemberIsDriftAtItsHolder(Operation operation) {
    Subject subject = new Subject(operation);
    subject
        .spots(Shape.Kind.STRUCTURE)
        .forEach(
            spot -> {
              List<String> path = Subject.with(spot.path(), "metricsEnabled");
              CallResult result = subject.judged(path, true);
              assertThat(found(result))
                  .containsExactly("unknown-member " + spot.pointer() + " metricsEnabled");
              assertThat(result.verdict()).isEqualTo(Verdict.DRIFT);
            });
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aNewEnumValueIsDriftAtItsPlace(Operation operation) {
    Subject subject = new Subject(operation);
    subject
        .spots(Shape.Kind.ENUM)
        .forEach(
            spot -> {
              CallResult result = subject.judged(spot.path(), "NEWLY_MADE");
              assertThat(found(result)).containsExactly("enum " + spot.pointer());
              assertThat(result.verdict()).isEqualTo(Verdict.DRIFT);
            });
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aNewVariantIsDriftAtItsUnion(Operation operation) {
    Subject subject = new Subject(operation);
    subject
        .spots(Shape.Kind.UNION)
        .forEach(
            spot -> {
              CallResult result =
                  subject.judged(spot.path(), Map.of("newlyMade", Map.of("size", 3)));
              assertThat(found(result))
                  .singleElement()
                  .asString()
                  .startsWith("union.unknown-variant " + spot.pointer());
              assertThat(result.verdict()).isEqualTo(Verdict.DRIFT);
            });
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aMissingMemberViolatesAtItsHolder(Operation operation) {
    Subject subject = new Subject(operation);
    subject.spots.stream()
        .filter(Spot::required)
        .forEach(
            spot -> {
              Object body = Trees.read(Trees.json(subject.answer));
              Trees.remove(body, spot.path());
              String last = spot.path().get(spot.path().size() - 1);
              CallResult result = subject.judged(body, operation.status());
              assertThat(found(result)).containsExactly("required " + spot.holder() + " " + last);
              assertThat(result.verdict()).isEqualTo(Verdict.VIOLATES);
            });
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aChangedTypeViolatesAtItsPlace(Operation operation) {
    Subject subject = new Subject(operation);
    subject.spots.stream()
        .filter(spot -> spot.shape().kind() != Shape.Kind.DOCUMENT)
        .forEach(
            spot -> {
              boolean truth = spot.shape().kind() == Shape.Kind.BOOLEAN;
              CallResult result = subject.judged(spot.path(), truth ? List.of() : true);
              assertThat(found(result)).containsExactly("type " + spot.pointer());
              assertThat(result.verdict()).isEqualTo(Verdict.VIOLATES);
            });
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aChangedStatusIsDrift(Operation operation) {
    Subject subject = new Subject(operation);
    CallResult result = subject.judged(subject.answer, 202);
    assertThat(found(result)).containsExactly("http.status ");
    assertThat(result.verdict()).isEqualTo(Verdict.DRIFT);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anErrorThatIsNotDeclaredIsDrift(Operation operation) {
    Subject subject = new Subject(operation);
    InMemoryService service =
        new InMemoryService(ContractStub.create())
            .answering(operation.name(), each -> WireAnswer.error(418, "TeapotException", "{}"));
    Allowance.Builder all = Allowance.builder().keepCreated(true);
    List.of(Effect.values()).forEach(all::allow);
    Optional<CallResult> result =
        Replay.of(service)
            .allowance(all.build())
            .itinerary(session -> session.call(subject.step))
            .build()
            .run()
            .calls()
            .stream()
            .findFirst();
    assertThat(found(result.orElseThrow())).containsExactly("error.undeclared ");
    assertThat(result.orElseThrow().verdict()).isEqualTo(Verdict.DRIFT);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anAnswerInWhichNothingMovedConforms(Operation operation) {
    Subject subject = new Subject(operation);
    CallResult result = subject.judged(subject.answer, operation.status());
    assertThat(found(result)).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.CONFORMS);
  }
}
