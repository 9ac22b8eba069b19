package io.github.cleanroomscontract.catalogue;

import io.github.cleanroomscontract.internal.schema.SchemaFiles;
import io.github.cleanroomscontract.internal.schema.SchemaPlace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The operations and errors of the API that the kit has schemas of, as of the published model of
 * {@link #MODEL_DATE}. Immutable and thread-safe; schema files are read when first needed.
 */
public final class Catalogue {

  /** The day of the first published model of the API. */
  public static final LocalDate LAUNCH = LocalDate.of(2023, 1, 12);

  /** The day of the published model that the schemas state. */
  public static final LocalDate MODEL_DATE = LocalDate.of(2026, 7, 27);

  private static final String ERRORS = "common/errors.schema.json";
  private static final Catalogue CURRENT = new Catalogue(new SchemaFiles());

  private final SchemaFiles files;
  private final Map<String, Operation> operations;
  private volatile List<ErrorShape> errors;

  private Catalogue(SchemaFiles files) {
    this.files = files;
    Map<String, Operation> byName = new TreeMap<>();
    JsonNode resources = files.file("catalogue.json");
    for (String resource : resources.propertyNames()) {
      for (JsonNode name : resources.get(resource)) {
        byName.put(name.asString(), new Operation(this, files, resource, name.asString()));
      }
    }
    this.operations = Collections.unmodifiableMap(byName);
  }

  /** Returns the catalogue of the newest published model. */
  public static Catalogue current() {
    return CURRENT;
  }

  /** Returns all operations, by name. */
  public Collection<Operation> operations() {
    return operations.values();
  }

  /** Returns the operation of that name; names are case-sensitive, as in the API. */
  public Optional<Operation> operation(String name) {
    return Optional.ofNullable(operations.get(name));
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
