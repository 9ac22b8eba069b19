package io.github.cleanroomscontract.coverage;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.internal.text.Nearest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The least that a run has to exercise. Immutable and thread-safe. It is written as demands with
 * semicolons or line breaks between:
 *
 * <pre>
 * operations=StartProtectedQuery+GetProtectedQuery; request.members=80%; variants=100%; errors=2
 * </pre>
 *
 * <p>A demand is a measure, {@code =}, and a number or a percentage:
 *
 * <ul>
 *   <li>{@code members}, {@code variants}, {@code enum-values}: of the requests and responses of
 *       all operations that count, together; with {@code request.} or {@code response.} before it,
 *       of those alone
 *   <li>{@code errors}: of those that the operations declare
 *   <li>{@code operations}: of those that the user named, or else of all of the API; or names with
 *       {@code +} between that have to be called, {@code *} standing for any letters
 * </ul>
 *
 * <p>With an operation and a colon before it, such as {@code StartProtectedQuery: errors=1}, a
 * demand is made of that operation; with {@code *} in the name, such as {@code List*:
 * response.members=50%}, of each operation that counts and whose name fits.
 */
public final class CoverageFloor {

  private static final Pattern DEMAND =
      Pattern.compile("(?:\\s*([^:=]*?)\\s*:)?\\s*([^:=]*?)\\s*=\\s*(.*?)\\s*", Pattern.DOTALL);
  private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,3})?)\\s*(%)?");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final List<Demand> demands;

  private CoverageFloor(List<Demand> demands) {
    this.demands = List.copyOf(demands);
  }

  /**
   * Reads a floor.
   *
   * @throws IllegalArgumentException if it is not written as one, which says what is wrong and what
   *     was probably meant
   */
  public static CoverageFloor parse(String text) {
    Contract contract = Contract.of(Catalogue.MODEL_DATE);
    List<Demand> demands = new ArrayList<>();
    Set<String> measured = new HashSet<>();
    for (String part : text.split("[;\\n\\r]")) {
      if (!part.isBlank()) {
        Demand demand = demand(part.trim(), contract);
        if (!measured.add(demand.each() + demand.measure().label())) {
          throw new IllegalArgumentException(
              "\"" + part.trim() + "\" demands again what was demanded before it");
        }
        demands.add(demand);
      }
    }
    if (demands.isEmpty()) {
      throw new IllegalArgumentException("it demands nothing; a demand is such as members=80%");
    }
    return new CoverageFloor(demands);
  }

  private static Demand demand(String text, Contract contract) {
    Matcher parts = DEMAND.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a demand such as members=80% or List*: errors=1");
    }
    Optional<String> each = Optional.ofNullable(parts.group(1));
    each.ifPresent(name -> known(name, text, contract));
    Measure measure = measure(parts.group(2));
    String due = parts.group(3);
    Matcher amount = AMOUNT.matcher(due);
    if (amount.matches()) {
      return demand(each, measure, new BigDecimal(amount.group(1)), amount.group(2) != null, text);
    }
    if (measure == Measure.OPERATIONS && each.isEmpty() && due.matches("[A-Za-z*].*")) {
      OperationNames called = OperationNames.parse(due, contract);
      return new Demand(each, measure, BigDecimal.ZERO, false, called);
    }
    throw new IllegalArgumentException(
        "\"" + due + "\" in \"" + text + "\" is neither a number nor a percentage such as 80%");
  }

  private static void known(String name, String text, Contract contract) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("\"" + text + "\" names no operation before its colon");
    }
    if (OperationNames.parse(name, contract).patterns().size() != 1) {
      throw new IllegalArgumentException(
          "\"" + text + "\" has several names before its colon: make a demand of each");
    }
  }

  private static Demand demand(
      Optional<String> each, Measure measure, BigDecimal amount, boolean percentage, String text) {
    if (percentage && amount.compareTo(HUNDRED) > 0) {
      throw new IllegalArgumentException("\"" + text + "\" asks for more than 100%");
    }
    if (!percentage && amount.scale() > 0) {
      throw new IllegalArgumentException(
          "\"" + text + "\" asks for a fraction: give a whole number, or a percentage with %");
    }
    return new Demand(each, measure, amount, percentage, OperationNames.NONE);
  }

  private static Measure measure(String word) {
    return Measure.of(word)
        .orElseThrow(
            () -> {
              String hint =
                  Nearest.to(word, Measure.labels())
                      .map(near -> "did you mean " + near + "?")
                      .orElse("there are " + String.join(", ", Measure.labels()));
              return new IllegalArgumentException(
                  "nothing is measured as \"" + word + "\"; " + hint);
            });
  }

  /** Returns what a report does not meet; nothing if it meets all. */
  public List<Shortfall> check(CoverageReport report) {
    return demands.stream().flatMap(demand -> demand.check(report).stream()).toList();
  }

  /** Returns it as it is written. */
  @Override
  public String toString() {
    return demands.stream().map(Demand::toString).collect(Collectors.joining("; "));
  }
}
