package io.github.cleanroomscontract.watch;

import io.github.cleanroomscontract.exchange.Call;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.internal.text.Words;
import io.github.cleanroomscontract.report.FindingText;
import io.github.cleanroomscontract.report.Paint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says to people what broke the contract. Not thread-safe. */
final class WatchText {

  private static final FindingText FINDINGS = new FindingText(new Paint(false));

  private final String name;
  private final List<String> lines = new ArrayList<>();
  private final Set<String> operations = new LinkedHashSet<>();
  private Call last;
  private boolean missing;

  WatchText(String name) {
    this.name = name;
  }

  void breach(Breach breach) {
    add(breach);
  }

  /** Adds what one of several watches broke. */
  void doubtful(Breach breach, List<String> names) {
    add(breach);
    String others =
        names.size() > 1
            ? "made while these ran at the same time, by a thread of none of them: "
                + String.join(", ", names)
            : "made by a thread that belongs to no test, while others ran or had run beside it";
    lines.add("    it cannot be told whose call this is: it was " + others);
    lines.add(
        "    give each test a client of its own (as the extension injects), or wrap the task in"
            + " ContractWatch.task");
  }

  private void add(Breach breach) {
    Call call = breach.call();
    operations.add(call.operationName().orElse("no operation"));
    if (last == call) {
      lines.add("");
    }
    last = call;
    String line = call.madeBy().map(made -> "   from " + made).orElse("");
    if (breach.inRequest()) {
      lines.add("  request  " + uri(call) + line);
    } else {
      lines.add(
          "  answer   "
              + call.answer().map(WireAnswer::status).orElse(0)
              + " to "
              + uri(call)
              + line);
    }
    boolean failed = breach.report().outcome() == Outcome.FAILED;
    breach
        .findings()
        .forEach(
            finding ->
                FINDINGS
                    .lines(finding, failed, breach.report().subject())
                    .forEach(each -> lines.add("    " + each)));
  }

  /** Adds what was expected and did not come. */
  void missing(FindingFilter expected, int calls) {
    missing = true;
    lines.add(
        "  expected  "
            + expected
            + ", which was not found in "
            + (calls == 1
                ? "the one call"
                : calls == 0 ? "any call: there was none" : "any of the " + calls + " calls"));
  }

  /** Adds calls that had not ended. */
  void unfinished(int count, Duration patience) {
    lines.add(
        "  "
            + (count == 1 ? "a call" : count + " calls")
            + " had not ended "
            + patience.toMillis() / 1000.0
            + " s after the end: wait for the answers of asynchronous calls");
  }

  /** Ids in a path say little, and what is no path of the API may hold anything. */
  private static String uri(Call call) {
    String path = call.operation().map(each -> each.http().path()).orElse("…");
    return Words.escaped(call.request().method() + " " + path.replaceAll("[{][^}]*[}]", "…"));
  }

  /** Returns the whole text; empty if there is nothing to say. */
  Optional<String> text() {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    String head =
        !operations.isEmpty()
            ? "the contract of " + Words.and(List.copyOf(operations)) + " was broken"
            : missing ? "the contract was not broken as expected" : "a call could not be checked";
    return Optional.of(name + ": " + head + "\n" + String.join("\n", lines));
  }
}
