package io.github.cleanroomscontract.junit;

import io.github.cleanroomscontract.capture.ContextReader;
import io.github.cleanroomscontract.context.AnalyticsEngine;
import io.github.cleanroomscontract.context.CallContext;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.stub.ContractStub;
import io.github.cleanroomscontract.stub.UnknownResources;
import io.github.cleanroomscontract.validation.UnknownPolicy;
import io.github.cleanroomscontract.watch.ContractWatch;
import io.github.cleanroomscontract.watch.Exemption;
import io.github.cleanroomscontract.watch.FindingFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a test is checked by. Immutable. */
record Settings(
    Optional<LocalDate> asOf,
    Severity failOn,
    UnknownPolicy unknown,
    boolean modelOnly,
    Optional<String> callerAccount,
    Optional<AnalyticsEngine> engine,
    List<Path> contextFiles,
    Optional<CallContext> context,
    boolean showSensitive,
    UnknownResources unknownResources,
    List<FindingFilter> expected,
    List<Exemption> exemptions) {

  static Settings of(CleanRoomsContract annotation) {
    if (annotation.engine().length > 1) {
      throw new IllegalArgumentException("engine: a collaboration has one");
    }
    return new Settings(
        annotation.asOf().isEmpty() ? Optional.empty() : Optional.of(day(annotation.asOf())),
        annotation.failOn(),
        annotation.unknown(),
        annotation.modelOnly(),
        Optional.of(annotation.callerAccount()).filter(account -> !account.isEmpty()),
        Arrays.stream(annotation.engine()).findFirst(),
        Arrays.stream(annotation.context()).map(Path::of).toList(),
        Optional.empty(),
        annotation.showSensitive(),
        annotation.unknownResources(),
        List.of(),
        List.of());
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("asOf: \"" + text + "\" is no day such as 2025-04-30", e);
    }
  }

  /** Returns these with more that is expected, and more that is exempt. */
  Settings and(List<FindingFilter> moreExpected, List<Exemption> moreExemptions) {
    return with(joined(expected, moreExpected), joined(exemptions, moreExemptions));
  }

  /** Returns these for what is around tests: what is expected of them may come there, too. */
  Settings forClass() {
    List<Exemption> also =
        expected.stream().map(each -> new Exemption(each, "expected of the tests")).toList();
    return with(List.of(), joined(exemptions, also));
  }

  private Settings with(List<FindingFilter> others, List<Exemption> otherExemptions) {
    return new Settings(
        asOf,
        failOn,
        unknown,
        modelOnly,
        callerAccount,
        engine,
        contextFiles,
        context,
        showSensitive,
        unknownResources,
        others,
        otherExemptions);
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /** Returns the context that these tell of, anew each time, since it may be added to. */
  CallContext known() {
    contextFiles.stream()
        .filter(file -> !Files.exists(file))
        .findFirst()
        .ifPresent(
            file -> {
              throw new IllegalArgumentException(
                  "context: there is no " + file + " in " + Path.of("").toAbsolutePath());
            });
    CallContext known =
        context.orElseGet(
            () -> contextFiles.isEmpty() ? CallContext.create() : ContextReader.read(contextFiles));
    callerAccount.ifPresent(known::callerAccount);
    engine.ifPresent(known::engine);
    return known;
  }

  /** Returns a watch to open. */
  ContractWatch.Builder watch(String name) {
    ContractWatch.Builder watch =
        ContractWatch.builder(name)
            .failOn(failOn)
            .unknown(unknown)
            .modelOnly(modelOnly)
            .showSensitive(showSensitive)
            .context(known());
    asOf.ifPresent(watch::asOf);
    expected.forEach(watch::expect);
    exemptions.forEach(watch::exempt);
    return watch;
  }

  /** Returns a stand-in of the same opinion. */
  ContractStub stub() {
    ContractStub.Builder stub =
        ContractStub.builder()
            .context(known())
            .unknownResources(unknownResources)
            .accepting(this::isExempt);
    callerAccount.map(account -> account.replace("-", "")).ifPresent(stub::callerAccount);
    asOf.ifPresent(stub::asOf);
    return stub.build();
  }

  /** What does not count is not refused either. */
  private boolean isExempt(String operation, Finding finding) {
    return modelOnly && finding.rule().documented()
        || exemptions.stream().anyMatch(each -> each.findings().matches(operation, finding));
  }
}
