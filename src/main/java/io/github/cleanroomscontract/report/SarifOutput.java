package io.github.cleanroomscontract.report;

import io.github.cleanroomscontract.capture.JudgedMessage;
import io.github.cleanroomscontract.finding.Excerpt;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Place;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.internal.json.Json;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.text.Words;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * SARIF 2.1.0, for whatever shows the findings of analyses. Findings are results, known ones
 * suppressed; what could not be checked is a notification of the run. Results come first, as they
 * come, and the rules that they are of after them.
 */
final class SarifOutput implements Output {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** How many messages are told that could not be checked. */
  private static final int NOTIFICATIONS = 1000;

  private final PrintWriter out;
  private final JsonGenerator json;
  private final Fingerprints fingerprints = new Fingerprints();
  private final Map<Rule, Integer> rules = new LinkedHashMap<>();
  private final List<JudgedMessage> failed = new ArrayList<>();

  /** Creates an output that writes to {@code out}. */
  SarifOutput(PrintWriter out) {
    this.out = out;
    this.json = Json.generator(out);
    json.writeStartObject();
    json.writeStringProperty("$schema", SCHEMA);
    json.writeStringProperty("version", "2.1.0");
    json.writeArrayPropertyStart("runs");
    json.writeStartObject();
    json.writeStringProperty("columnKind", "unicodeCodePoints");
    json.writeArrayPropertyStart("results");
  }

  @Override
  public void message(Entry entry) {
    if (entry.failed()) {
      if (failed.size() < NOTIFICATIONS) {
        failed.add(entry.message());
      }
      return;
    }
    entry.findings().forEach(each -> result(entry.message(), each));
  }

  private void result(JudgedMessage message, Weighed weighed) {
    Finding finding = weighed.finding();
    json.writeStartObject();
    json.writeStringProperty("ruleId", finding.rule().id());
    json.writeNumberProperty(
        "ruleIndex", rules.computeIfAbsent(finding.rule(), rule -> rules.size()));
    json.writeStringProperty("level", level(finding.severity()));
    String hint = finding.hint().map(text -> "\nhint: " + Words.escaped(text)).orElse("");
    text("message", plain(FindingText.sentence(message.report(), finding) + hint));
    locations(message, finding);
    json.writeObjectPropertyStart("partialFingerprints");
    json.writeStringProperty("cleanroomsContract/v1", fingerprints.of(message, finding));
    json.writeEndObject();
    // All results say whether they are suppressed, or none does.
    json.writeArrayPropertyStart("suppressions");
    weighed.known().ifPresent(this::suppression);
    json.writeEndArray();
    json.writeObjectPropertyStart("properties");
    json.writeStringProperty("severity", finding.severity().label());
    string("operation", message.operation());
    string("direction", message.direction().map(direction -> direction.label()));
    string("expected", finding.expected());
    string("found", finding.found());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void suppression(String reason) {
    json.writeStartObject();
    json.writeStringProperty("kind", "external");
    json.writeStringProperty("status", "accepted");
    if (!reason.isEmpty()) {
      json.writeStringProperty("justification", reason);
    }
    json.writeEndObject();
  }

  private void locations(JudgedMessage message, Finding finding) {
    json.writeArrayPropertyStart("locations");
    json.writeStartObject();
    json.writeObjectPropertyStart("physicalLocation");
    json.writeObjectPropertyStart("artifactLocation");
    Optional<String> path = SourcePath.relative(message.source());
    if (path.isPresent()) {
      json.writeStringProperty("uri", SourcePath.uri(path.get()));
      if (!path.get().startsWith("/")) {
        json.writeStringProperty("uriBaseId", "%SRCROOT%");
      }
    } else {
      text("description", "standard input");
    }
    json.writeEndObject();
    json.writeObjectPropertyStart("region");
    Optional<Place> place = finding.place();
    json.writeNumberProperty("startLine", place.map(Place::line).orElse(message.line()));
    if (place.isPresent()) {
      json.writeNumberProperty("startColumn", place.get().column());
      place
          .flatMap(Place::excerpt)
          .ifPresent(
              excerpt ->
                  json.writeNumberProperty("endColumn", place.get().column() + marked(excerpt)));
    }
    json.writeEndObject();
    json.writeEndObject();
    if (!finding.pointer().isEmpty()) {
      List<String> segments = Pointers.segments(finding.pointer());
      json.writeArrayPropertyStart("logicalLocations");
      json.writeStartObject();
      json.writeStringProperty("name", segments.get(segments.size() - 1));
      json.writeStringProperty("fullyQualifiedName", finding.pointer());
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeEndArray();
  }

  /** How many characters of the source are marked. */
  private static int marked(Excerpt excerpt) {
    String line = excerpt.lines().get(excerpt.markedLine());
    int from = Math.min(excerpt.markStart(), line.length());
    int to = Math.min(from + excerpt.markLength(), line.length());
    return Math.max(1, line.codePointCount(from, to));
  }

  @Override
  public void end(Summary summary) {
    json.writeEndArray();
    tool();
    json.writeArrayPropertyStart("invocations");
    json.writeStartObject();
    json.writeBooleanProperty("executionSuccessful", summary.failed() == 0);
    json.writeArrayPropertyStart("toolExecutionNotifications");
    failed.forEach(message -> message.report().findings().forEach(each -> failure(message, each)));
    if (summary.failed() > failed.size()) {
      json.writeStartObject();
      json.writeStringProperty("level", "error");
      text(
          "message",
          Words.count(summary.failed() - failed.size(), "more message") + " could not be checked");
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.close();
    out.print('\n');
    out.flush();
  }

  private void failure(JudgedMessage message, Finding finding) {
    json.writeStartObject();
    json.writeObjectPropertyStart("descriptor");
    json.writeStringProperty("id", finding.rule().id());
    json.writeEndObject();
    json.writeStringProperty("level", "error");
    String hint = finding.hint().map(text -> "\nhint: " + Words.escaped(text)).orElse("");
    text("message", plain(FindingText.sentence(message.report(), finding) + hint));
    locations(message, finding);
    json.writeEndObject();
  }

  private void tool() {
    json.writeObjectPropertyStart("tool");
    json.writeObjectPropertyStart("driver");
    json.writeStringProperty("name", "cleanrooms-contract-kit");
    string(
        "version", Optional.ofNullable(SarifOutput.class.getPackage().getImplementationVersion()));
    json.writeArrayPropertyStart("rules");
    rules.keySet().forEach(this::rule);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void rule(Rule rule) {
    json.writeStartObject();
    json.writeStringProperty("id", rule.id());
    text("shortDescription", rule.message());
    text("fullDescription", rule.reason());
    String needs = rule.needs().isEmpty() ? "" : "\nIt needs " + rule.needs() + ".";
    text("help", rule.reason() + "\nIt is stated in " + rule.basis() + "." + needs);
    json.writeObjectPropertyStart("defaultConfiguration");
    json.writeStringProperty("level", level(rule.severity()));
    json.writeEndObject();
    json.writeObjectPropertyStart("properties");
    json.writeArrayPropertyStart("tags");
    json.writeString(RuleListing.kind(rule));
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case DRIFT, WARNING -> "warning";
      case INFO, UNVERIFIED -> "note";
    };
  }

  /** A text in which nothing is a link, as {@code [here](http://…)} would be. */
  private static String plain(String text) {
    return text.replace("](", "\\](");
  }

  private void text(String name, String text) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("text", text);
    json.writeEndObject();
  }

  private void string(String name, Optional<String> value) {
    if (value.isPresent()) {
      json.writeStringProperty(name, value.get());
    }
  }
}
