package io.github.cleanroomscontract.coverage;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.internal.text.Nearest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * How coverage is taken, from settings by name, such as system properties or the configuration
 * parameters of JUnit:
 *
 * <ul>
 *   <li>{@code cleanrooms.contract.coverage}: {@code on}, unless it is {@code off}
 *   <li>{@code cleanrooms.contract.coverage.floor}: a {@link CoverageFloor}; none unless told
 *   <li>{@code cleanrooms.contract.coverage.floor.check}: {@code auto}, unless it is {@code here},
 *       which checks the floor at the end of each session, or {@code later}, which leaves it to the
 *       command {@code coverage}
 *   <li>{@code cleanrooms.contract.coverage.operations}: the operations that count, such as {@code
 *       StartProtectedQuery, List*}; those that the run exercises unless told
 *   <li>{@code cleanrooms.contract.coverage.as-of}: the day of the contract, such as {@code
 *       2025-04-30}; the newest unless told
 *   <li>{@code cleanrooms.contract.coverage.folder}: where the files go; {@code
 *       target/cleanrooms-contract/coverage} of the module unless told
 *   <li>{@code cleanrooms.contract.coverage.run}: anything that is the same in all JVMs of a run,
 *       and no other run has; known by itself for Surefire and Failsafe, see {@link
 *       CoverageSession}
 * </ul>
 *
 * <p>Immutable and thread-safe.
 */
public final class CoverageSettings {

  /** What the names of the settings begin with, and the name of the first. */
  public static final String PREFIX = "cleanrooms.contract.coverage";

  private static final String FOLDER = "target/cleanrooms-contract/coverage";

  /** When a floor is checked. */
  enum Check {
    AUTO,
    HERE,
    LATER
  }

  private final boolean enabled;
  private final Optional<CoverageFloor> floor;
  private final Check check;
  private final Contract contract;
  private final OperationNames operations;
  private final Path folder;
  private final Optional<String> run;

  private CoverageSettings(Function<String, Optional<String>> lookup) {
    Function<String, Optional<String>> told =
        name -> lookup.apply(PREFIX + name).map(String::trim).filter(text -> !text.isEmpty());
    this.enabled = choice(told, "", List.of("on", "off")).equals("on");
    this.floor = told.apply(".floor").map(text -> read(".floor", text, CoverageFloor::parse));
    this.check =
        Check.valueOf(
            choice(told, ".floor.check", List.of("auto", "here", "later"))
                .toUpperCase(Locale.ROOT));
    this.contract =
        told.apply(".as-of")
            .map(text -> read(".as-of", text, CoverageSettings::contract))
            .orElseGet(() -> Contract.of(Catalogue.MODEL_DATE));
    this.operations =
        told.apply(".operations")
            .map(text -> read(".operations", text, each -> OperationNames.parse(each, contract)))
            .orElse(OperationNames.NONE);
    // Surefire tells forks, whose working directory may be another, where the module is.
    this.folder =
        Path.of(System.getProperty("basedir", ""))
            .resolve(
                told.apply(".folder")
                    .map(text -> read(".folder", text, Path::of))
                    .orElse(Path.of(FOLDER)));
    this.run = told.apply(".run");
  }

  /**
   * Returns the settings that a look-up knows by their names.
   *
   * @param lookup returns the value of a setting, empty if it is not set
   * @throws IllegalArgumentException if one is not to be understood, which names it and says what
   *     is wrong
   */
  public static CoverageSettings of(Function<String, Optional<String>> lookup) {
    return new CoverageSettings(lookup);
  }

  /**
   * Returns the settings that system properties have.
   *
   * @throws IllegalArgumentException as {@link #of} throws it
   */
  public static CoverageSettings ofSystemProperties() {
    return of(name -> Optional.ofNullable(System.getProperty(name)));
  }

  private static String choice(
      Function<String, Optional<String>> told, String name, List<String> choices) {
    String text = told.apply(name).orElse(choices.get(0));
    if (!choices.contains(text)) {
      String hint =
          Nearest.to(text, choices).map(near -> "; did you mean " + near + "?").orElse("");
      throw refused(name, "\"" + text + "\" is none of " + String.join(", ", choices) + hint, null);
    }
    return text;
  }

  private static Contract contract(String day) {
    try {
      return Contract.of(LocalDate.parse(day));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("\"" + day + "\" is not a day such as 2025-04-30", e);
    }
  }

  private static <T> T read(String name, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (InvalidPathException e) {
      throw refused(name, "\"" + text + "\" is no path", e);
    } catch (IllegalArgumentException e) {
      throw refused(name, e.getMessage(), e);
    }
  }

  private static IllegalArgumentException refused(String name, String why, Exception cause) {
    return new IllegalArgumentException(PREFIX + name + ": " + why, cause);
  }

  /** Returns whether coverage is taken at all. */
  public boolean enabled() {
    return enabled;
  }

  /** Returns the floor, if there is one. */
  public Optional<CoverageFloor> floor() {
    return floor;
  }

  /** Returns where the files go. */
  public Path folder() {
    return folder;
  }

  Check check() {
    return check;
  }

  Contract contract() {
    return contract;
  }

  OperationNames operations() {
    return operations;
  }

  Optional<String> run() {
    return run;
  }
}
