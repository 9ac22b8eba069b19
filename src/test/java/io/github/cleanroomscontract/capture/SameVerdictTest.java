package io.github.cleanroomscontract.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.generation.Circumstances;
import io.github.cleanroomscontract.generation.GeneratedCase;
import io.github.cleanroomscontract.generation.PayloadCases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One payload has the same verdict and the same findings in whatever form it was captured. */
class SameVerdictTest {

  /** Of each operation and direction, so many valid and broken payloads; all of them when asked. */
  private static final int SAMPLE = Boolean.getBoolean("full") ? 100 : 3;

  static Stream<Operation> operations() {
    return Catalogue.current().operations().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void inEveryForm(Operation operation) {
    List<String> different = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      for (CaptureForms.Spoken message : sample(operation, direction)) {
        // Most forms hold the same of a message.
        Map<String, List<String>> enveloped = new HashMap<>();
        for (CaptureForms form : CaptureForms.values()) {
          form.write(message)
              .flatMap(text -> difference(form, message, text, enveloped))
              .ifPresent(different::add);
        }
      }
    }
    assertThat(different).isEmpty();
  }

  private static Optional<String> difference(
      CaptureForms form,
      CaptureForms.Spoken message,
      String text,
      Map<String, List<String>> enveloped) {
    List<String> expected =
        enveloped.computeIfAbsent(
            form.envelope(message), envelope -> told(envelope, CaptureOptions.none()));
    if (form.tellsKindByStatus() && message.isErrorAsSuccess()) {
      String operation = message.operation().name();
      expected = new ArrayList<>(expected);
      Collections.replaceAll(expected, operation + " error", operation + " response");
    }
    List<String> found = told(text, form.options(message));
    boolean untold =
        form == CaptureForms.CLOUDTRAIL
            && message.direction() == Direction.ERROR
            && expected.stream().anyMatch(line -> line.startsWith("error required"));
    return untold || found.equals(expected)
        ? Optional.empty()
        : Optional.of(form + ": " + text + "\n  " + found + "\n  not " + expected);
  }

  /** A form that holds nothing would agree with everything. */
  @Test
  void everyFormHoldsMostOfThem() {
    Map<Direction, Integer> all = new EnumMap<>(Direction.class);
    Map<String, Integer> held = new HashMap<>();
    for (Operation operation : Catalogue.current().operations()) {
      for (Direction direction : Direction.values()) {
        for (CaptureForms.Spoken message : sample(operation, direction)) {
          all.merge(direction, 1, Integer::sum);
          for (CaptureForms form : CaptureForms.values()) {
            int count = form.write(message).isPresent() ? 1 : 0;
            held.merge(form + " " + direction.label(), count, Integer::sum);
          }
        }
      }
    }
    for (CaptureForms form : CaptureForms.values()) {
      all.forEach(
          (direction, count) ->
              assertThat(held.get(form + " " + direction.label()))
                  .as(form + " " + direction.label() + " of " + count)
                  .isGreaterThanOrEqualTo(count * form.least(direction) / 100));
    }
  }

  @Test
  void theSampleHasBothKinds() {
    List<CaptureForms.Spoken> sample =
        sample(Catalogue.current().operation("GetMembership").orElseThrow(), Direction.RESPONSE);

    assertThat(
            sample.stream()
                .map(each -> told(CaptureForms.HAR.envelope(each), CaptureOptions.none()).get(0))
                .distinct())
        .contains("valid", "invalid");
  }

  private static List<CaptureForms.Spoken> sample(Operation operation, Direction direction) {
    PayloadCases cases = PayloadCases.of(operation.name(), direction);
    return Stream.concat(spread(cases.valid().toList()), spread(cases.invalid().toList()))
        .map(each -> spoken(operation, each))
        .toList();
  }

  private static Stream<GeneratedCase> spread(List<GeneratedCase> cases) {
    List<GeneratedCase> usable =
        cases.stream().filter(each -> each.circumstances().equals(Circumstances.NONE)).toList();
    int step = Math.max(1, usable.size() / SAMPLE);
    return Stream.iterate(0, i -> i < usable.size(), i -> i + step).map(usable::get);
  }

  private static CaptureForms.Spoken spoken(Operation operation, GeneratedCase each) {
    boolean request = each.direction() == Direction.REQUEST;
    return new CaptureForms.Spoken(
        operation,
        each.direction(),
        each.error(),
        each.status(),
        request ? each.payload() : each.request().orElse(CaptureForms.anyRequest(operation)),
        each.payload());
  }

  /** The last message of a capture: its outcome, and its findings without their places. */
  private static List<String> told(String capture, CaptureOptions options) {
    List<JudgedMessage> messages = Judging.text(capture, options);
    JudgedMessage last = messages.get(messages.size() - 1);
    List<String> told = new ArrayList<>();
    told.add(last.report().outcome().label());
    last.report().findings().stream().map(Finding::toString).sorted().forEach(told::add);
    told.add(last.report().subject());
    last.report().unchecked().stream().map(Object::toString).sorted().forEach(told::add);
    return told;
  }
}
