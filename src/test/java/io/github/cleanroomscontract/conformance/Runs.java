package io.github.cleanroomscontract.conformance;

import io.github.cleanroomscontract.capture.JudgedMessage;
import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.finding.Excerpt;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Place;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.replay.CallResult;
import io.github.cleanroomscontract.replay.Effect;
import io.github.cleanroomscontract.replay.ReplayResult;
import io.github.cleanroomscontract.replay.Step;
import io.github.cleanroomscontract.replay.Verdict;
import io.github.cleanroomscontract.report.Entry;
import io.github.cleanroomscontract.report.Weighing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Runs, built by hand. */
final class Runs {

  static final String ENDPOINT = "https://cleanrooms.us-east-1.amazonaws.com";
  static final Instant NIGHT = Instant.parse("2026-11-29T02:00:00Z");

  private Runs() {}

  static CallResult conforms(String operation) {
    return call(operation, Verdict.CONFORMS, List.of());
  }

  static CallResult drift(String operation, Finding... findings) {
    return call(operation, Verdict.DRIFT, List.of(findings));
  }

  static CallResult violates(String operation, Finding... findings) {
    return call(operation, Verdict.VIOLATES, List.of(findings));
  }

  static CallResult call(String operation, Verdict verdict, List<Finding> findings) {
    Report report = Report.of(operation + " response", findings);
    return result(operation, verdict, Optional.empty(), report, 1);
  }

  /** A call that is of no finding. */
  static CallResult told(String operation, Verdict verdict, String reason) {
    Report report = Report.of(operation + " response", List.of());
    return result(operation, verdict, Optional.of(reason), report, 1);
  }

  static CallResult skipped(String operation, String reason) {
    Report report = Report.of(operation, List.of());
    return result(operation, Verdict.SKIPPED, Optional.of(reason), report, 0);
  }

  static CallResult failed(String operation, String reason) {
    Report report = Report.failed(operation, Finding.of(Rules.INPUT_UNREADABLE, reason));
    return result(operation, Verdict.FAILED, Optional.of(reason), report, 3);
  }

  private static CallResult result(
      String operation, Verdict verdict, Optional<String> reason, Report report, int attempts) {
    JudgedMessage message =
        new JudgedMessage(
            "discovery",
            1,
            Optional.of(operation),
            Optional.of(Direction.RESPONSE),
            Map.of(),
            report);
    Effect effect = Catalogue.current().operation(operation).map(Effect::of).orElse(Effect.READ);
    return new CallResult(
        new Step("discovery", operation, "{}", true),
        effect,
        verdict,
        reason,
        message,
        OptionalInt.of(200),
        attempts,
        Duration.ofMillis(20));
  }

  static Finding newMember(String pointer, String member) {
    Excerpt excerpt =
        new Excerpt(1, List.of("{\"id\":\"a\",\"" + member + "\":****}"), 0, 11, member.length());
    return new Finding(
        Rules.UNKNOWN_MEMBER,
        Severity.DRIFT,
        pointer,
        Optional.of(member),
        "CollaborationSummary has no member \"" + member + "\"",
        Optional.empty(),
        Optional.of('"' + member + '"'),
        Optional.empty(),
        Optional.of(new Place(1, 11, Optional.of(excerpt))));
  }

  static Finding absent(String pointer, String member) {
    return finding(
        Rules.REQUIRED,
        Severity.ERROR,
        pointer,
        Optional.of(member),
        "Schema needs member \"" + member + "\", which is missing",
        Optional.empty(),
        Optional.empty());
  }

  static Finding newValue(String pointer, String value) {
    return finding(
        Rules.ENUM,
        Severity.DRIFT,
        pointer,
        Optional.empty(),
        "MembershipStatus is one of ACTIVE, REMOVED; found \"" + value + "\"",
        Optional.of("ACTIVE, REMOVED"),
        Optional.of('"' + value + '"'));
  }

  static Finding finding(
      Rule rule,
      Severity severity,
      String pointer,
      Optional<String> member,
      String message,
      Optional<String> expected,
      Optional<String> found) {
    return new Finding(
        rule,
        severity,
        pointer,
        member,
        message,
        expected,
        found,
        Optional.empty(),
        Optional.empty());
  }

  static RunRecord run(CallResult... calls) {
    return run(NIGHT, calls);
  }

  static RunRecord run(Instant started, CallResult... calls) {
    return record(result(started, Optional.empty(), List.of(), calls), Weighing.Known.NONE);
  }

  static ReplayResult result(
      Instant started, Optional<String> stopped, List<String> left, CallResult... calls) {
    return new ReplayResult(
        started,
        Duration.ofMillis(12_345),
        ENDPOINT,
        "2026-07-27",
        List.of(calls),
        stopped,
        List.of(),
        left);
  }

  static RunRecord record(ReplayResult result, Weighing.Known known) {
    Weighing weighing = new Weighing(Severity.DRIFT, known);
    List<Entry> entries =
        result.calls().stream().map(CallResult::message).map(weighing::weigh).toList();
    return RunRecord.of(result, entries);
  }

  /** Knows all findings of an operation. */
  static Weighing.Known knowing(String operation, String reason) {
    return message ->
        message.report().findings().stream()
            .map(each -> message.operation().filter(operation::equals).map(name -> reason))
            .toList();
  }

  /** A run with something of everything. */
  static RunRecord everything() {
    ReplayResult result =
        result(
            NIGHT,
            Optional.of("interrupted (after GetSchema of discovery)"),
            List.of("membership 6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c"),
            Stream.of(
                    conforms("ListMemberships"),
                    conforms("GetMembership"),
                    drift("GetMembership", newValue("/membership/status", "PAUSED")),
                    drift(
                        "ListCollaborations",
                        newMember("/collaborationList/0", "metricsEnabled"),
                        newMember("/collaborationList/3", "metricsEnabled")),
                    violates("GetSchema", absent("/schema", "description")),
                    drift("GetCollaboration", newMember("/collaboration", "region")),
                    told("UpdateMembership", Verdict.STRICTER, "answered ValidationException"),
                    skipped("ListIntermediateTables", "no intermediate tables here"),
                    skipped("CreateMembership", "it would write: --allow write"),
                    skipped("CreateCollaboration", "it would write: --allow write"),
                    failed("ListMembers", "no answer within 10 s"))
                .toArray(CallResult[]::new));
    return record(result, knowing("GetCollaboration", "asked AWS"));
  }
}
