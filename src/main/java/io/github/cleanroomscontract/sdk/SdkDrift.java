package io.github.cleanroomscontract.sdk;

import io.github.cleanroomscontract.catalogue.Catalogue;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the schemas and an AWS SDK for Java 2 differ, each difference explained by its date or not.
 * Compared are operations with their HTTP method, URI and errors, and members and variants with
 * their types, places and sensitivity, and the values of enums. What the SDK's classes do not show
 * is not compared: required members, bounds, patterns, and HTTP statuses. Immutable and
 * thread-safe.
 */
public final class SdkDrift {

  private final String sdkVersion;
  private final LocalDate modelDate;
  private final Counts schemas;
  private final Counts sdk;
  private final List<Difference> differences;

  private SdkDrift(
      String sdkVersion,
      LocalDate modelDate,
      Counts schemas,
      Counts sdk,
      List<Difference> differences) {
    this.sdkVersion = sdkVersion;
    this.modelDate = modelDate;
    this.schemas = schemas;
    this.sdk = sdk;
    this.differences = differences;
  }

  /**
   * How much of the API one side has.
   *
   * @param operations operations
   * @param members members of structures, messages and errors, and variants of unions
   * @param enumValues values of enums
   */
  public record Counts(int operations, int members, int enumValues) {

    static Counts of(ApiModel model) {
      return new Counts(
          model.operations().size(),
          model.structures().values().stream().mapToInt(s -> s.members().size()).sum(),
          model.enums().values().stream().mapToInt(values -> values.size()).sum());
    }
  }

  /**
   * Compares the schemas with the SDK that a class loader finds. Classes of the SDK are loaded and
   * initialised; no client is made and nothing is sent.
   *
   * @param loader where the SDK's classes are, such as {@code
   *     Thread.currentThread().getContextClassLoader()}
   * @return all differences
   * @throws SdkUnavailableException if there is no SDK with the Clean Rooms module, or it is
   *     incomplete
   */
  public static SdkDrift compare(ClassLoader loader) {
    ApiModel sdk = SdkReader.read(loader);
    return compare(SdkReader.version(loader), sdk);
  }

  static SdkDrift compare(String sdkVersion, ApiModel sdk) {
    ApiModel schemas = CatalogueReader.read(Catalogue.current());
    LocalDate modelDate = ModelDate.of(schemas, sdk, Catalogue.LAUNCH);
    List<Difference> differences = Comparison.of(schemas, sdk, modelDate);
    return new SdkDrift(
        sdkVersion,
        modelDate,
        Counts.of(schemas),
        Counts.of(sdk),
        new Changes(sdk, modelDate).explain(differences));
  }

  /** Returns the version of the SDK's Clean Rooms module, such as {@code 2.40.2}. */
  public String sdkVersion() {
    return sdkVersion;
  }

  /**
   * Returns the day of the published model that the SDK was made from, as far as that can be told
   * from what it has: the newest release of which it has the better part.
   */
  public LocalDate modelDate() {
    return modelDate;
  }

  /** Returns how much of the API the schemas have. */
  public Counts schemas() {
    return schemas;
  }

  /** Returns how much of the API the SDK has. */
  public Counts sdk() {
    return sdk;
  }

  /** Returns all differences, by kind, place and name. */
  public List<Difference> differences() {
    return differences;
  }

  /** Returns the differences that nothing explains. */
  public List<Difference> drift() {
    return differences.stream().filter(Difference::drift).toList();
  }

  /** Returns the differences that their date or another reason explains. */
  public List<Difference> explained() {
    return differences.stream().filter(difference -> !difference.drift()).toList();
  }

  /** Returns version, model date and sums, and the drift, a line each. */
  @Override
  public String toString() {
    return "AWS SDK "
        + sdkVersion
        + " (model of "
        + modelDate
        + "): "
        + drift().size()
        + " drift, "
        + explained().size()
        + " explained"
        + drift().stream().map(difference -> "\n  " + difference).collect(Collectors.joining());
  }
}
