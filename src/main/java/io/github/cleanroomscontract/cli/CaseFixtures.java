package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.fixture.Fixture;
import io.github.cleanroomscontract.fixture.FixtureOptions;
import io.github.cleanroomscontract.generation.Circumstances;
import io.github.cleanroomscontract.generation.GeneratedCase;
import io.github.cleanroomscontract.rules.RuleBook;
import io.github.cleanroomscontract.validation.ContractValidator;
import io.github.cleanroomscontract.validation.Conversation;
import io.github.cleanroomscontract.validation.Message;
import io.github.cleanroomscontract.validation.Payload;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

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
            Optional.empty(),
            OptionalInt.empty());
    List<Fixture.Answer> answers =
        known.answers().stream()
            .map(of -> new Fixture.Answer(of.operation(), of.request(), of.response()))
            .toList();
    return new Fixture(
        each.operation(),
        each.direction(),
        each.name(),
        isValid(each),
        each.payload(),
        List.copyOf(findings(each, day)),
        options,
        answers,
        each.request());
  }

  /** What is merely warned of is valid. */
  private static boolean isValid(GeneratedCase each) {
    return each.rule().flatMap(RuleBook::find).stream()
        .noneMatch(rule -> rule.severity().breaksContract());
  }

  /** What it is labelled with, and what is found besides, of which no label tells where. */
  private static Set<String> findings(GeneratedCase each, LocalDate day) {
    Set<String> findings = new LinkedHashSet<>();
    each.rule().ifPresent(rule -> findings.add(line(rule, each.pointer().orElseThrow())));
    report(each, day).findings().stream()
        .filter(
            finding ->
                !finding.severity().breaksContract()
                    || each.besides().contains(finding.rule().id()))
        .map(finding -> line(finding.rule().id(), finding.pointer()))
        .forEach(findings::add);
    return findings;
  }

  private static String line(String rule, String pointer) {
    return (rule + " " + pointer).strip();
  }

  private static Report report(GeneratedCase each, LocalDate day) {
    Conversation conversation = ContractValidator.builder().asOf(day).build().conversation();
    return conversation.validate(
        Message.of(each.operation(), each.direction(), Payload.of(each.payload())),
        each.circumstances().context(),
        each.request().map(Payload::of));
  }
}
