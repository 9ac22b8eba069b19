package io.github.cleanroomscontract.conformance;

import io.github.cleanroomscontract.internal.text.Words;
import io.github.cleanroomscontract.replay.Effect;
import io.github.cleanroomscontract.replay.Plan;
import io.github.cleanroomscontract.replay.PlannedCall;
import io.github.cleanroomscontract.report.Paint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run would do, for people: every call, and why others would not be made. Immutable. */
public final class PlanText {

  private static final int NAMES = 3;

  private final Paint paint;

  /** Creates what tells of plans. */
  public PlanText(Paint paint) {
    this.paint = paint;
  }

  /** Returns the lines: the calls in order, what is left out, and the sums. */
  public List<String> lines(Plan plan) {
    List<String> lines = new ArrayList<>();
    int operation =
        plan.made().stream().mapToInt(each -> each.step().operation().length()).max().orElse(0);
    for (PlannedCall each : plan.made()) {
      String name = each.step().operation();
      lines.add(
          String.format(
              Locale.ROOT,
              "  %s  %s%s  %s",
              effect(each.effect()),
              name,
              " ".repeat(operation - name.length()),
              Words.escaped(each.step().source())
                  + (each.step().valid() ? "" : ", invalid")
                  + (each.open() ? paint.dim(", as earlier calls tell") : "")));
    }
    Map<String, List<String>> skipped = new LinkedHashMap<>();
    for (PlannedCall each : plan.calls()) {
      each.skipped()
          .ifPresent(
              why ->
                  skipped
                      .computeIfAbsent(why, key -> new ArrayList<>())
                      .add(each.step().operation()));
    }
    skipped.forEach(
        (why, names) ->
            lines.add(
                paint.dim("  skipped  " + Telling.few(names, NAMES) + ": " + Words.escaped(why))));
    lines.add(paint.bold(sums(plan)));
    return lines;
  }

  private String effect(Effect effect) {
    String padded = String.format(Locale.ROOT, "%-7s", effect.label());
    return effect == Effect.READ ? padded : paint.yellow(padded);
  }

  private static String sums(Plan plan) {
    List<PlannedCall> made = plan.made();
    boolean open = made.stream().anyMatch(PlannedCall::open);
    List<String> parts = new ArrayList<>();
    for (Effect effect : Effect.values()) {
      long count = made.stream().filter(each -> each.effect() == effect).count();
      if (count > 0) {
        parts.add(String.format(Locale.ROOT, "%,d %s", count, effect.label()));
      }
    }
    return Words.count(made.size(), "call")
        + " would go to "
        + plan.endpoint()
        + (parts.isEmpty() ? "" : ": " + String.join(", ", parts))
        + (open ? ", some of them never, once or again, as earlier ones tell" : "")
        + "; none was made";
  }
}
