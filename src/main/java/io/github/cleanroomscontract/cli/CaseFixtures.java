package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.fixture.Fixture;
import io.github.cleanroomscontract.fixture.FixtureOptions;
import io.github.cleanroomscontract.generation.Circumstances;
import io.github.cleanroomscontract.generation.GeneratedCase;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Generated cases as fixtures. */
final class CaseFixtures {

  private CaseFixtures() {}

  /** Returns a case by the contract of a day as a fixture. */
  static Fixture of(GeneratedCase each, LocalDate day) {
    Circumstances known = each.circumstances();
    FixtureOptions options =
        new FixtureOptions(
            Optional.of(day).filter(earlier -> earlier.isBefore(Catalogue.MODEL_DATE)),
            known.callerAccount(),
            known.engine(),
            each.error(),
            each.status());
    List<Fixture.Answer> answers =
        known.answers().stream()
            .map(of -> new Fixture.Answer(of.operation(), of.request(), of.response()))
            .toList();
    return new Fixture(
        each.operation(),
        each.direction(),
        name(each),
        each.valid(),
        each.payload(),
        each.expected().stream().map(GeneratedCase.Expected::toString).toList(),
        options,
        answers,
        each.request());
  }

  /** The name of an error is told by the fixture itself. */
  private static String name(GeneratedCase each) {
    String prefix = each.error().map(error -> error + ": ").orElse("");
    return each.name().startsWith(prefix) ? each.name().substring(prefix.length()) : each.name();
  }
}
