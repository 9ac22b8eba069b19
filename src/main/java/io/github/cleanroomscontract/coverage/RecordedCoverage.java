package io.github.cleanroomscontract.coverage;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the last run left in the folders of one module or several, put together. Immutable. */
public final class RecordedCoverage {

  private final CoverageReport report;
  private final Optional<CoverageFloor> floor;
  private final int lost;

  private RecordedCoverage(CoverageReport report, Optional<CoverageFloor> floor, int lost) {
    this.report = report;
    this.floor = floor;
    this.lost = lost;
  }

  /**
   * Reads folders, of each what its last run left.
   *
   * @param folders the folders that sessions wrote to
   * @param floor the floor to hold it against; if empty, the one that the tests ran with
   * @throws NoSuchFileException if there is nothing in one of them
   * @throws IOException if something cannot be read
   * @throws IllegalArgumentException if none was given and the folders have different ones
   */
  public static RecordedCoverage read(List<Path> folders, Optional<CoverageFloor> floor)
      throws IOException {
    List<RunPart> parts = new ArrayList<>();
    for (Path folder : folders) {
      CoverageFolder each = new CoverageFolder(folder);
      Collection<RunPart> last = each.lastRun();
      if (last.isEmpty()) {
        throw new NoSuchFileException(folder.toString(), null, "nothing was recorded there");
      }
      parts.addAll(last);
    }
    Seen seen = new Seen();
    parts.forEach(part -> seen.addAll(part.seen()));
    LocalDate day = parts.stream().map(RunPart::day).max(LocalDate::compareTo).orElseThrow();
    Contract contract = Contract.of(day);
    int lost = (int) parts.stream().filter(RunPart::open).count();
    return new RecordedCoverage(
        CoverageReport.of(contract, seen, operations(parts, contract)),
        floor.isPresent() ? floor : floor(parts),
        lost);
  }

  /** Where one module counts all that it called, so do all together. */
  private static OperationNames operations(List<RunPart> parts, Contract contract) {
    return parts.stream().anyMatch(part -> part.operations().isEmpty())
        ? OperationNames.NONE
        : OperationNames.parse(
            parts.stream().map(RunPart::operations).distinct().collect(Collectors.joining(",")),
            contract);
  }

  private static Optional<CoverageFloor> floor(List<RunPart> parts) {
    Set<String> floors = new LinkedHashSet<>();
    parts.stream().map(RunPart::floor).filter(each -> !each.isEmpty()).forEach(floors::add);
    if (floors.size() > 1) {
      throw new IllegalArgumentException(
          "the tests ran with different floors (" + String.join(" and ", floors) + ")");
    }
    return floors.stream().findFirst().map(CoverageFloor::parse);
  }

  /** Returns what was exercised. */
  public CoverageReport report() {
    return report;
  }

  /** Returns what does not meet the floor; nothing if all does, or there is no floor. */
  public List<Shortfall> shortfalls() {
    return verdict().shortfalls();
  }

  /** Returns report and shortfalls for people. */
  public String text() {
    return report.text() + verdict().text();
  }

  /** Returns report and shortfalls for programs, as {@link CoverageSession} describes it. */
  public String json() {
    return CoverageJson.write(report, verdict());
  }

  private Verdict verdict() {
    return Verdict.of(report, floor, Optional.empty(), lost);
  }
}
