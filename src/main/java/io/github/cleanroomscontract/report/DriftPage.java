package io.github.cleanroomscontract.report;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.internal.text.Words;
import io.github.cleanroomscontract.sdk.Difference;
import io.github.cleanroomscontract.sdk.SdkDrift;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A readable page on how an SDK differs from the schemas: drift first, then what is explained. */
public final class DriftPage {

  /** How long a line of names gets where not all are asked for; one name is always shown. */
  private static final int WIDTH = 100;

  private final SdkDrift drift;
  private final boolean all;
  private final Paint paint;
  private final List<String> lines = new ArrayList<>();

  /**
   * Creates the page of a comparison.
   *
   * @param all whether to show each difference that is explained, instead of the first few names
   */
  public DriftPage(SdkDrift drift, boolean all, Paint paint) {
    this.drift = drift;
    this.all = all;
    this.paint = paint;
  }

  /** Returns the lines of the page. */
  public List<String> lines() {
    lines.clear();
    lines.add(paint.bold("AWS SDK for Java " + drift.sdkVersion()));
    lines.add("");
    lines.add(paint.dim("                 schemas         SDK"));
    row("model of", Catalogue.MODEL_DATE.toString(), drift.modelDate().toString());
    row("operations", drift.schemas().operations(), drift.sdk().operations());
    row("members", drift.schemas().members(), drift.sdk().members());
    row("enum values", drift.schemas().enumValues(), drift.sdk().enumValues());
    lines.add("");
    lines.add(drift.drift().isEmpty() ? paint.green("no drift") : paint.red("drift"));
    drift.drift().forEach(difference -> line(difference, sides(difference)));
    lines.add("");
    later();
    otherwise();
    sums();
    return List.copyOf(lines);
  }

  private void row(String label, int schemas, int sdk) {
    row(label, Words.grouped(schemas), Words.grouped(sdk));
  }

  private void row(String label, String schemas, String sdk) {
    lines.add(String.format(Locale.ROOT, "%-12s%12s%12s", label, schemas, sdk));
  }

  private void later() {
    Map<LocalDate, List<Difference>> releases = new TreeMap<>();
    for (Difference difference : drift.explained()) {
      difference
          .since()
          .ifPresent(
              date -> releases.computeIfAbsent(date, d -> new ArrayList<>()).add(difference));
    }
    if (releases.isEmpty()) {
      return;
    }
    lines.add(paint.bold("later than this SDK"));
    boolean left = false;
    for (Map.Entry<LocalDate, List<Difference>> release : releases.entrySet()) {
      lines.add("  " + release.getKey());
      if (all) {
        release.getValue().forEach(difference -> line(difference, detail(difference)));
      } else {
        left |= summary(release.getValue());
      }
    }
    if (left) {
      lines.add(paint.dim("  --all shows each"));
    }
    lines.add("");
  }

  /** Names the first few of each kind, and says whether any were left out. */
  private boolean summary(List<Difference> release) {
    Map<Difference.Kind, List<String>> kinds =
        release.stream()
            .collect(
                Collectors.groupingBy(
                    Difference::kind,
                    TreeMap::new,
                    Collectors.mapping(DriftPage::subject, Collectors.toList())));
    boolean left = false;
    for (Map.Entry<Difference.Kind, List<String>> kind : kinds.entrySet()) {
      List<String> names = kind.getValue();
      String count = Words.count(names.size(), words(kind.getKey()));
      StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "    %-16s", count));
      line.append(names.get(0));
      int shown = 1;
      while (shown < names.size() && line.length() + names.get(shown).length() < WIDTH) {
        line.append(", ").append(names.get(shown++));
      }
      int more = names.size() - shown;
      left |= more > 0;
      lines.add(line + (more > 0 ? paint.dim(", … " + more + " more") : ""));
    }
    return left;
  }

  private void otherwise() {
    List<Difference> others =
        drift.explained().stream().filter(difference -> difference.reason().isPresent()).toList();
    if (!others.isEmpty()) {
      lines.add(paint.bold("for another reason"));
      others.forEach(difference -> line(difference, difference.reason().orElseThrow()));
      lines.add("");
    }
  }

  private void line(Difference difference, String text) {
    String kind = String.format(Locale.ROOT, "    %-12s", words(difference.kind()));
    String detail = text.isEmpty() ? "" : "  " + paint.dim(Words.escaped(text));
    lines.add(kind + Words.escaped(subject(difference)) + detail);
  }

  private static String subject(Difference difference) {
    if (difference.since().isEmpty() || difference.sdk().isEmpty()) {
      return difference.subject();
    }
    return difference.subject() + (difference.schemas().isEmpty() ? " (gone)" : " (changed)");
  }

  private static String words(Difference.Kind kind) {
    return kind.label().replace('-', ' ');
  }

  private static String sides(Difference difference) {
    if (difference.schemas().isPresent() && difference.sdk().isPresent()) {
      return "schemas: " + difference.schemas().get() + ", SDK: " + difference.sdk().get();
    }
    String detail = detail(difference);
    return "only in the "
        + (difference.sdk().isPresent() ? "SDK" : "schemas")
        + (detail.isEmpty() ? "" : ": " + detail);
  }

  /** What the side that has it has, beyond the name that is shown already. */
  private static String detail(Difference difference) {
    return difference
        .schemas()
        .or(difference::sdk)
        .filter(text -> !text.equals(difference.name()))
        .orElse("");
  }

  private void sums() {
    long later = drift.explained().stream().filter(d -> d.since().isPresent()).count();
    long others = drift.explained().size() - later;
    String line =
        String.format(
            Locale.ROOT,
            "%s: %,d drift, %,d later than this SDK%s",
            Words.count(drift.differences().size(), "difference"),
            drift.drift().size(),
            later,
            others > 0 ? String.format(Locale.ROOT, ", %,d for another reason", others) : "");
    lines.add(paint.bold(line));
  }
}
