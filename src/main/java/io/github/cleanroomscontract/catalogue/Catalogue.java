package io.github.cleanroomscontract.catalogue;

import io.github.cleanroomscontract.internal.schema.Edition;
import io.github.cleanroomscontract.internal.schema.SchemaFiles;
import io.github.cleanroomscontract.internal.schema.SchemaPlace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The operations and errors of the API as they stood on a day: that of the newest published model,
 * {@link #MODEL_DATE}, or an earlier one. Immutable and thread-safe; schema files are read when
 * first needed.
 */
public final class Catalogue {

  /** The day of the first published model of the API. */
  public static final LocalDate LAUNCH = LocalDate.of(2023, 1, 12);

  /** The day of the published model that the schemas state. */
  public static final LocalDate MODEL_DATE = LocalDate.of(2026, 7, 27);

  private static final String ERRORS = "common/errors.schema.json";
  private static final Catalogue CURRENT = of(MODEL_DATE);

  private final LocalDate day;
  private final SchemaFiles files;
  private final Map<String, Operation> operations;
  private volatile List<ErrorShape> errors;

  /** Creates the catalogue of a day from the files of its edition. */
  Catalogue(LocalDate day, SchemaFiles files) {
    this.day = day;
    this.files = files;
    Map<String, Operation> byName = new TreeMap<>();
    JsonNode resources = files.file("catalogue.json");
    for (String resource : resources.propertyNames()) {
      for (JsonNode name : resources.get(resource)) {
        byName.put(name.asString(), new Operation(this, files, resource, name.asString()));
      }
    }
    this.operations = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  private static Catalogue of(LocalDate day) {
    return new Catalogue(day, new SchemaFiles(new Edition(day)));
  }

  /** Returns the catalogue of the newest published model. */
  public static Catalogue current() {
    return CURRENT;
  }

  /**
   * Returns the catalogue as it stood on a day: what came later is not in it, and bounds that were
   * otherwise are as they were.
   *
   * @param day a day since the launch; after {@link #MODEL_DATE} the newest contract stands
   * @throws IllegalArgumentException if the API did not exist yet
   */
  public static Catalogue asOf(LocalDate day) {
    if (day.isBefore(LAUNCH)) {
      throw new IllegalArgumentException("the API exists since " + LAUNCH + ", not yet on " + day);
    }
    return day.isBefore(MODEL_DATE) ? of(day) : CURRENT;
  }

  /**
   * Returns the days on which the API changed, the launch first; up to the day of this catalogue.
   * Reads all schema files.
   */
  public List<LocalDate> releases() {
    return History.releases().stream().filter(release -> !release.isAfter(day)).toList();
  }

  /** Returns the day that this catalogue is of. */
  public LocalDate day() {
    return day;
  }

  /** Returns all operations that exist on the day, by name. */
  public Collection<Operation> operations() {
    return day.equals(MODEL_DATE)
        ? operations.values()
        : operations.values().stream().filter(this::exists).toList();
  }

  /**
   * Returns the operation of that name, if it exists on the day; names are case-sensitive, as in
   * the API.
   */
  public Optional<Operation> operation(String name) {
    return Optional.ofNullable(operations.get(name))
        // The newest contract has them all, and need not read a file to know.
        .filter(operation -> day.equals(MODEL_DATE) || exists(operation));
  }

  private boolean exists(Operation operation) {
    return !operation.since().isAfter(day);
  }

  /** Returns all errors of the API, by name. */
  public List<ErrorShape> errors() {
    List<ErrorShape> result = errors;
    if (result == null) {
      result = readErrors();
      errors = result;
    }
    return result;
  }

  private List<ErrorShape> readErrors() {
    List<ErrorShape> found = new ArrayList<>();
    JsonNode definitions = files.file(ERRORS).path("$defs");
    for (String name : new TreeSet<>(definitions.propertyNames())) {
      if (definitions.get(name).path("x-error").asBoolean(false)) {
        SchemaPlace place = files.place(ERRORS, "/$defs/" + name);
        int status = place.node().path("x-status").asInt();
        found.add(new ErrorShape(name, status, new Shape(place, name)));
      }
    }
    return List.copyOf(found);
  }

  /** Returns the error of that name. */
  public Optional<ErrorShape> error(String name) {
    return errors().stream().filter(error -> error.name().equals(name)).findFirst();
  }

  /** Returns the URI of the schema of an error's body. */
  public String schemaUri(ErrorShape error) {
    return SchemaFiles.BASE + ERRORS + "#/$defs/" + error.name();
  }
}
