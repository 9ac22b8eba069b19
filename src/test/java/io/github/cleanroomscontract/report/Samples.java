package io.github.cleanroomscontract.report;

import io.github.cleanroomscontract.capture.CaptureJudge;
import io.github.cleanroomscontract.capture.JudgedMessage;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.finding.Excerpt;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.finding.Place;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.finding.Unchecked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judged messages, built by hand. */
final class Samples {

  static final String SUBJECT = "UpdateProtectedQuery request";

  private Samples() {}

  static JudgedMessage valid() {
    return message("valid.json", Report.of(SUBJECT, List.of()));
  }

  static JudgedMessage warned() {
    return message("warned.json", Report.of(SUBJECT, List.of(finding(Severity.WARNING))));
  }

  static JudgedMessage invalid() {
    return message("invalid.json", Report.of(SUBJECT, List.of(full())));
  }

  static JudgedMessage drift() {
    return message("drift.json", Report.of(SUBJECT, List.of(finding(Severity.DRIFT))));
  }

  static JudgedMessage skipped() {
    return message("skipped.json", new Report(SUBJECT, Outcome.SKIPPED, List.of(), List.of()));
  }

  static JudgedMessage failed() {
    Finding finding = Finding.of(Rules.INPUT_UNREADABLE, "cannot be read: there is no such file");
    return new JudgedMessage(
        "none.json", 1, Optional.empty(), Optional.empty(), Map.of(), Report.failed("", finding));
  }

  static JudgedMessage carrying(Map<String, String> carried) {
    return new JudgedMessage(
        "a.jsonl",
        3,
        Optional.of("UpdateProtectedQuery"),
        Optional.of(Direction.REQUEST),
        new LinkedHashMap<>(carried),
        Report.of(SUBJECT, List.of()));
  }

  static JudgedMessage message(String source, Report report) {
    return new JudgedMessage(
        source,
        1,
        Optional.of("UpdateProtectedQuery"),
        Optional.of(Direction.REQUEST),
        Map.of(),
        report);
  }

  /** A message as outputs take it, where drift counts and nothing is known. */
  static Entry entry(JudgedMessage message) {
    return new Weighing(Severity.DRIFT, Weighing.Known.NONE).weigh(message);
  }

  /** A message of which everything is known. */
  static Entry known(JudgedMessage message, String reason) {
    return new Weighing(
            Severity.DRIFT,
            told -> told.report().findings().stream().map(finding -> Optional.of(reason)).toList())
        .weigh(message);
  }

  /** A message whose every text would break out of its place, were it not escaped. */
  static JudgedMessage hostile() {
    String text = "\u0000\u001b[2J\r\n::error::x ]]>&<b a='\"'>|```@a %0A \uD83D\uDE00\uD800\uFFFF";
    Finding finding =
        new Finding(
            Rules.UNKNOWN_MEMBER,
            Severity.ERROR,
            "/" + text,
            Optional.of(text),
            "has no member " + text,
            Optional.of(text),
            Optional.of(text),
            Optional.of("hint " + text),
            Optional.of(
                new Place(
                    3,
                    7,
                    Optional.of(new Excerpt(3, List.of("</pre><script>x</script>"), 0, 6, 8)))));
    return new JudgedMessage(
        "a&b/<" + text + ">.jsonl",
        3,
        Optional.of("UpdateProtectedQuery"),
        Optional.of(Direction.REQUEST),
        Map.of(),
        Report.of(SUBJECT, List.of(finding, full())));
  }

  /** All there is, in the order of an input. */
  static List<Entry> all() {
    return List.of(
        entry(valid()),
        entry(warned()),
        entry(invalid()),
        entry(carrying(Map.of("id", "7"))),
        entry(
            new JudgedMessage(
                "a.jsonl",
                4,
                Optional.of("UpdateProtectedQuery"),
                Optional.of(Direction.REQUEST),
                Map.of(),
                Report.of(SUBJECT, List.of(full(), finding(Severity.WARNING))))),
        entry(drift()),
        known(drift(), "the service has moved on"),
        known(invalid(), ""),
        entry(skipped()),
        entry(failed()),
        entry(unchecked()),
        entry(message(CaptureJudge.STDIN, invalid().report())),
        entry(hostile()));
  }

  private static JudgedMessage unchecked() {
    return message(
        "unchecked.json",
        Report.of(
            SUBJECT,
            List.of(),
            List.of(new Unchecked(Rules.REQUIRED, "/a", "the answer of GetCollaboration"))));
  }

  /** A finding with nothing that may be absent. */
  static Finding finding(Severity severity) {
    return new Finding(
        Rules.ENUM,
        severity,
        "/a",
        Optional.empty(),
        "A is one of B; found \"C\"",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A finding with everything. */
  static Finding full() {
    Excerpt excerpt =
        new Excerpt(
            8,
            List.of("{", "  \"membershipIdentifier\": \"x\",", "  \"targetStatus\": \"CANCELED\""),
            2,
            18,
            10);
    return new Finding(
        Rules.ENUM,
        Severity.ERROR,
        "/targetStatus",
        Optional.of("targetStatus"),
        "TargetProtectedQueryStatus is one of CANCELLED; found \"CANCELED\"",
        Optional.of("CANCELLED"),
        Optional.of("\"CANCELED\""),
        Optional.of("did you mean \"CANCELLED\"?"),
        Optional.of(new Place(10, 19, Optional.of(excerpt))));
  }
}
