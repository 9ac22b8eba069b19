package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.capture.JudgedMessage;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.exchange.Call;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.internal.text.Words;
import io.github.cleanroomscontract.report.FindingText;
import io.github.cleanroomscontract.report.JsonlOutput;
import io.github.cleanroomscontract.report.Output;
import io.github.cleanroomscontract.report.Paint;
import io.github.cleanroomscontract.report.Weighing;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells of calls as they come, and sums them up. Thread-safe: each is told in one piece. */
final class ServedCalls {

  private static final Weighing WEIGHING = new Weighing(Severity.DRIFT, Weighing.Known.NONE);

  private final PrintWriter out;
  private final boolean all;
  private final Paint paint;
  private final FindingText findings;
  private final Optional<Output> objects;
  private final Set<String> operations = new HashSet<>();
  private long calls;
  private long broken;

  private ServedCalls(PrintWriter out, boolean all, Paint paint, Optional<Output> objects) {
    this.out = out;
    this.all = all;
    this.paint = paint;
    this.findings = new FindingText(paint);
    this.objects = objects;
  }

  /** Tells people of calls: of all, or of those alone that break the contract. */
  static ServedCalls text(PrintWriter out, Paint paint, boolean all) {
    return new ServedCalls(out, all, paint, Optional.empty());
  }

  /** Tells programs of all messages, in an object each. */
  static ServedCalls jsonl(PrintWriter out) {
    return new ServedCalls(out, true, new Paint(false), Optional.of(new JsonlOutput(out, false)));
  }

  /** Takes a call, and how long its answer took. */
  synchronized void add(Call call, Duration took) {
    calls++;
    call.operationName().ifPresent(operations::add);
    if (!call.valid()) {
      broken++;
    }
    if (objects.isPresent()) {
      write(objects.get(), call);
    } else if (all || !call.valid()) {
      print(call, took);
    }
    out.flush();
  }

  private void print(Call call, Duration took) {
    String head =
        Words.escaped(call.request().method())
            + " "
            + call.operationName().orElse("no operation")
            + " → "
            + call.answer().map(WireAnswer::status).orElse(0);
    out.println(paint.bold(head) + paint.dim(" (" + took.toMillis() + " ms)"));
    call.reports().forEach(this::print);
    if (call.reports().anyMatch(report -> !report.findings().isEmpty())) {
      out.println();
    }
  }

  private void print(Report report) {
    report.findings().stream()
        .flatMap(finding -> findings.lines(report, finding).stream())
        .forEach(line -> out.println("  " + line));
  }

  private void write(Output objects, Call call) {
    Map<String, String> carried = new LinkedHashMap<>();
    carried.put("call", Long.toString(calls));
    objects.message(
        WEIGHING.weigh(message(call, Direction.REQUEST, carried, call.requestReport())));
    if (call.answer().isPresent() && call.answerReport().isPresent()) {
      WireAnswer answer = call.answer().get();
      carried.put("httpStatus", Integer.toString(answer.status()));
      answer.errorName().ifPresent(name -> carried.put("error", '"' + name + '"'));
      Direction direction = answer.status() >= 400 ? Direction.ERROR : Direction.RESPONSE;
      objects.message(WEIGHING.weigh(message(call, direction, carried, call.answerReport().get())));
    }
  }

  private JudgedMessage message(
      Call call, Direction direction, Map<String, String> carried, Report report) {
    return new JudgedMessage(
        "call " + calls, 1, call.operationName(), Optional.of(direction), carried, report);
  }

  /** Returns how many calls broke the contract. */
  synchronized long broken() {
    return broken;
  }

  /** Returns the sums. */
  synchronized String summary() {
    return String.format(
        Locale.ROOT,
        "%s of %s: %,d valid, %,d broken",
        Words.count(calls, "call"),
        Words.count(operations.size(), "operation"),
        calls - broken,
        broken);
  }
}
