package io.github.cleanroomscontract.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.EnumValue;
import io.github.cleanroomscontract.catalogue.ErrorShape;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Holds the schemas against copies of the API's published models, which are not part of the
 * project: a folder with {@code service-model.json}, {@code models/DATE.json}, {@code
 * patterns.json} and {@code portable-patterns.json}, named by the environment.
 */
@EnabledIfEnvironmentVariable(
    named = "CLEANROOMS_REFERENCE",
    matches = ".+",
    disabledReason = "no copy of the published models at hand")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedModelTest {

  private JsonNode model;
  private final TreeMap<LocalDate, JsonNode> revisions = new TreeMap<>();
  private final Map<String, String> portable = new HashMap<>();

  @BeforeAll
  void read() throws IOException {
    Path folder = Path.of(System.getenv("CLEANROOMS_REFERENCE"));
    model = read(folder.resolve("service-model.json"));
    try (Stream<Path> files = Files.list(folder.resolve("models"))) {
      for (Path file : files.toList()) {
        revisions.put(
            LocalDate.parse(file.getFileName().toString().replace(".json", "")), read(file));
      }
    }
    JsonNode safe = read(folder.resolve("portable-patterns.json"));
    for (JsonNode pattern : read(folder.resolve("patterns.json"))) {
      for (JsonNode shape : pattern.path("shapes")) {
        if (safe.has(shape.asString())) {
          portable.put(pattern.path("pattern").asString(), safe.path(shape.asString()).asString());
        }
      }
    }
  }

  private static JsonNode read(Path file) throws IOException {
    return JsonDocument.parse(Files.readAllBytes(file)).root().orElseThrow();
  }

  static Stream<Operation> operations() {
    return Catalogue.current().operations().stream();
  }

  @Test
  void theModelIsTheNewest() {
    assertThat(revisions.firstKey()).isEqualTo(Catalogue.LAUNCH);
    assertThat(revisions.lastKey()).isEqualTo(Catalogue.MODEL_DATE);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void operationIsAsPublished(Operation operation) {
    JsonNode published = model.path("operations").path(operation.name());
    JsonNode http = published.path("http");
    String uri = http.path("requestUri").asString();
    String inputName = published.path("input").path("shape").asString();
    List<String> query = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member :
        shape(model, inputName).path("members").properties()) {
      if (member.getValue().path("location").asString("").equals("querystring")) {
        query.add(member.getKey());
      }
    }
    String template = query.isEmpty() ? "" : "{?" + String.join(",", query) + "}";
    assertThat(operation.http().toString())
        .isEqualTo(http.path("method").asString() + " " + uri + template);
    assertThat(operation.status()).isEqualTo(http.path("responseCode").asInt(200));
    Set<String> errors = new HashSet<>();
    published.path("errors").forEach(error -> errors.add(error.path("shape").asString()));
    assertThat(operation.errors())
        .extracting(ErrorShape::name)
        .containsExactlyInAnyOrderElementsOf(errors);
    assertThat(operation.since())
        .isEqualTo(since(revision -> revision.path("operations").has(operation.name())));

    List<String> differences = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    compare(operation.request(), inputName, seen, differences);
    compare(
        operation.response(), published.path("output").path("shape").asString(), seen, differences);
    assertThat(differences).isEmpty();
  }

  @Test
  void errorsAreAsPublished() {
    List<String> differences = new ArrayList<>();
    for (ErrorShape error : Catalogue.current().errors()) {
      JsonNode published = shape(model, error.name());
      assertThat(error.status()).isEqualTo(published.path("error").path("httpStatusCode").asInt());
      compare(error.shape(), error.name(), new HashSet<>(), differences);
    }
    assertThat(differences).isEmpty();
    assertThat(Catalogue.current().errors()).hasSize(7);
  }

  private void compare(Shape ours, String name, Set<String> seen, List<String> differences) {
    if (!seen.add(name)) {
      return;
    }
    JsonNode theirs = shape(model, name);
    check(differences, name, "sensitive", ours.sensitive(), theirs.has("sensitive"));
    check(differences, name, "kind", kinds(ours), theirs.path("type").asString());
    switch (ours.kind()) {
      case STRUCTURE, UNION -> structure(ours, name, theirs, seen, differences);
      case LIST -> {
        size(ours, name, theirs, differences);
        below(ours.item(), name, theirs.path("member"), seen, differences);
      }
      case MAP -> {
        size(ours, name, theirs, differences);
        below(ours.key(), name, theirs.path("key"), seen, differences);
        below(ours.value(), name, theirs.path("value"), seen, differences);
      }
      case STRING -> {
        check(differences, name, "min", ours.minLength().orElse(0), theirs.path("min").asLong(0));
        check(differences, name, "max", ours.maxLength().orElse(-1), theirs.path("max").asLong(-1));
        String pattern = theirs.path("pattern").asString("");
        check(
            differences,
            name,
            "pattern",
            ours.pattern(),
            pattern.isEmpty() ? Optional.empty() : Optional.of(portable.get(pattern)));
      }
      case ENUM -> enumeration(ours, name, theirs, differences);
      case INTEGER, NUMBER -> {
        check(
            differences,
            name,
            "min",
            ours.minimum().orElse(Double.NaN),
            theirs.path("min").asDouble(Double.NaN));
        // The API's integers have 32 bits, which the model does not write.
        double published =
            theirs.path("max").asDouble(theirs.has("min") ? Integer.MAX_VALUE : Double.NaN);
        check(differences, name, "max", ours.maximum().orElse(Double.NaN), published);
      }
      default -> {
        // Timestamps and booleans have no constraints.
      }
    }
  }

  private void structure(
      Shape ours, String name, JsonNode theirs, Set<String> seen, List<String> differences) {
    check(differences, name, "union", ours.kind() == Shape.Kind.UNION, theirs.has("union"));
    check(differences, name, "open", ours.open(), theirs.has("exception"));
    List<String> published = List.copyOf(theirs.path("members").propertyNames());
    check(
        differences,
        name,
        "members",
        ours.members().stream().map(Member::name).toList(),
        published);
    List<String> required = new ArrayList<>();
    theirs.path("required").forEach(member -> required.add(member.asString()));
    Set<String> ourRequired = new HashSet<>();
    for (Member member : ours.members()) {
      if (member.required()) {
        ourRequired.add(member.name());
      }
      LocalDate shapeSince = since(revision -> revision.path("shapes").has(name));
      LocalDate memberSince =
          since(revision -> shape(revision, name).path("members").has(member.name()));
      Optional<LocalDate> later =
          memberSince.equals(shapeSince) ? Optional.empty() : Optional.of(memberSince);
      check(differences, name + "." + member.name(), "since", member.since(), later);
      below(
          member.shape(),
          name + "." + member.name(),
          theirs.path("members").path(member.name()),
          seen,
          differences);
    }
    check(differences, name, "required", ourRequired, new HashSet<>(required));
  }

  private void enumeration(Shape ours, String name, JsonNode theirs, List<String> differences) {
    List<String> published = new ArrayList<>();
    theirs.path("enum").forEach(value -> published.add(value.asString()));
    List<EnumValue> values = ours.enumValues();
    check(differences, name, "enum", values.stream().map(EnumValue::value).toList(), published);
    LocalDate shapeSince = since(revision -> revision.path("shapes").has(name));
    for (EnumValue value : values) {
      LocalDate valueSince = since(revision -> hasValue(revision, name, value.value()));
      check(
          differences,
          name + "=" + value.value(),
          "since",
          value.since(),
          valueSince.equals(shapeSince) ? Optional.empty() : Optional.of(valueSince));
    }
  }

  private static boolean hasValue(JsonNode revision, String name, String value) {
    for (JsonNode published : shape(revision, name).path("enum")) {
      if (published.asString().equals(value)) {
        return true;
      }
    }
    return false;
  }

  private void below(
      Shape ours, String place, JsonNode reference, Set<String> seen, List<String> differences) {
    String name = reference.path("shape").asString();
    check(differences, place, "shape", ours.name(), name);
    if (ours.name().equals(name)) {
      compare(ours, name, seen, differences);
    }
  }

  private static void size(Shape ours, String name, JsonNode theirs, List<String> differences) {
    check(differences, name, "min", ours.minSize().orElse(0), theirs.path("min").asLong(0));
    check(differences, name, "max", ours.maxSize().orElse(-1), theirs.path("max").asLong(-1));
  }

  private static String kinds(Shape shape) {
    return switch (shape.kind()) {
      case STRUCTURE, UNION -> "structure";
      case LIST -> "list";
      case MAP -> "map";
      case STRING, ENUM -> "string";
      case INTEGER -> shape.name().equals("Long") ? "long" : "integer";
      case NUMBER -> shape.name().equals("Float") ? "float" : "double";
      case TIMESTAMP -> "timestamp";
      case BOOLEAN -> "boolean";
    };
  }

  private static void check(
      List<String> differences, String place, String what, Object ours, Object theirs) {
    if (!ours.equals(theirs)) {
      differences.add(place + ": " + what + " is " + ours + ", published is " + theirs);
    }
  }

  /** The day from which something has been there without a break. */
  private LocalDate since(Predicate<JsonNode> present) {
    LocalDate since = null;
    for (Map.Entry<LocalDate, JsonNode> revision : revisions.entrySet()) {
      if (!present.test(revision.getValue())) {
        since = null;
      } else if (since == null) {
        since = revision.getKey();
      }
    }
    return since;
  }

  private static JsonNode shape(JsonNode revision, String name) {
    return revision.path("shapes").path(name);
  }
}
