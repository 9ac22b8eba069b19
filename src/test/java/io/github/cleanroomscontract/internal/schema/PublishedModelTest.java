package io.github.cleanroomscontract.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.EnumValue;
import io.github.cleanroomscontract.catalogue.ErrorShape;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.changes.ChangePage;
import io.github.cleanroomscontract.changes.UpdatedOperation;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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

  private final TreeMap<LocalDate, JsonNode> revisions = new TreeMap<>();
  private final Map<String, String> portable = new HashMap<>();

  @BeforeAll
  void read() throws IOException {
    Path folder = Path.of(System.getenv("CLEANROOMS_REFERENCE"));
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

  Stream<LocalDate> releases() {
    return revisions.keySet().stream();
  }

  @Test
  void theModelIsTheNewest() {
    assertThat(revisions.firstKey()).isEqualTo(Catalogue.LAUNCH);
    assertThat(revisions.lastKey()).isEqualTo(Catalogue.MODEL_DATE);
    assertThat(Catalogue.current().releases()).containsExactlyElementsOf(revisions.keySet());
  }

  @ParameterizedTest
  @MethodSource("releases")
  void operationsAreAsPublished(LocalDate day) {
    Catalogue catalogue = Catalogue.asOf(day);
    JsonNode revision = revisions.get(day);
    assertThat(catalogue.operations())
        .extracting(Operation::name)
        .containsExactlyInAnyOrderElementsOf(revision.path("operations").propertyNames());
    List<String> differences = new ArrayList<>();
    Comparison comparison = new Comparison(day, revision, differences);
    for (Operation operation : catalogue.operations()) {
      JsonNode published = revision.path("operations").path(operation.name());
      comparison.http(operation, published);
      comparison.below(operation.request(), published.path("input"));
      comparison.below(operation.response(), published.path("output"));
    }
    assertThat(differences).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("releases")
  void errorsAreAsPublished(LocalDate day) {
    Catalogue catalogue = Catalogue.asOf(day);
    List<String> differences = new ArrayList<>();
    Comparison comparison = new Comparison(day, revisions.get(day), differences);
    for (ErrorShape error : catalogue.errors()) {
      JsonNode published = shape(revisions.get(day), error.name());
      assertThat(error.status()).isEqualTo(published.path("error").path("httpStatusCode").asInt());
      comparison.compare(error.shape(), error.name());
    }
    assertThat(differences).isEmpty();
    assertThat(catalogue.errors()).hasSize(7);
  }

  /** What releases changed, going by the models alone. */
  @ParameterizedTest
  @MethodSource("releases")
  void changePagesNameWhatChanged(LocalDate day) {
    Set<String> added = new TreeSet<>();
    Set<String> updated = new TreeSet<>();
    Map.Entry<LocalDate, JsonNode> before = revisions.lowerEntry(day);
    for (String name : revisions.get(day).path("operations").propertyNames()) {
      if (before == null || !before.getValue().path("operations").has(name)) {
        added.add(name);
      } else if (!contents(before.getValue(), name).equals(contents(revisions.get(day), name))) {
        updated.add(name);
      }
    }
    ChangePage page = ChangePage.of(day);
    assertThat(page.added()).containsExactlyElementsOf(added);
    assertThat(page.updated())
        .extracting(UpdatedOperation::name)
        .containsExactlyElementsOf(updated);
  }

  /** All members and enum values of an operation's input and output, by place. */
  private static Set<String> contents(JsonNode revision, String operation) {
    JsonNode published = revision.path("operations").path(operation);
    Set<String> contents = new TreeSet<>();
    for (String side : List.of("input", "output")) {
      collect(revision, published.path(side).path("shape").asString(), side, contents);
    }
    return contents;
  }

  private static void collect(JsonNode revision, String name, String path, Set<String> contents) {
    JsonNode shape = shape(revision, name);
    contents.add(path);
    shape.path("enum").forEach(value -> contents.add(path + "=" + value.asString()));
    for (Map.Entry<String, JsonNode> member : shape.path("members").properties()) {
      String below = path + "." + member.getKey();
      collect(revision, member.getValue().path("shape").asString(), below, contents);
    }
    for (String inner : List.of("member", "value")) {
      if (shape.has(inner)) {
        collect(revision, shape.path(inner).path("shape").asString(), path + "[]", contents);
      }
    }
  }

  /** Shapes that were called otherwise before. */
  private static final Map<String, String> FORMER_NAMES =
      Map.of("GlueDatabaseName", "GlueResourceName", "GlueTableName", "GlueResourceName");

  /** Shapes whose published bounds refuse the service's own ARNs: advice, not error. */
  private static final Set<String> LOOSE =
      Set.of("CleanroomsArn", "PrivacyBudgetTemplateArn", "ConfiguredTableAssociationArn");

  /** One release, side by side with the contract as of its day. */
  private final class Comparison {

    private final LocalDate day;
    private final JsonNode revision;
    private final List<String> differences;
    private final Set<String> seen = new HashSet<>();

    Comparison(LocalDate day, JsonNode revision, List<String> differences) {
      this.day = day;
      this.revision = revision;
      this.differences = differences;
    }

    void http(Operation operation, JsonNode published) {
      JsonNode http = published.path("http");
      List<String> query = new ArrayList<>();
      String input = published.path("input").path("shape").asString();
      for (Map.Entry<String, JsonNode> member :
          shape(revision, input).path("members").properties()) {
        if (member.getValue().path("location").asString("").equals("querystring")) {
          query.add(member.getKey());
        }
      }
      // The line of an operation names members that came later too; they are not in its input yet.
      List<String> ours = new ArrayList<>(operation.http().queryMembers());
      ours.removeIf(name -> operation.request().member(name).isEmpty());
      check(operation.name(), "query", ours, query);
      String line = http.path("method").asString() + " " + http.path("requestUri").asString();
      check(
          operation.name(), "http", operation.http().toString().replaceFirst("[{][?].*", ""), line);
      check(operation.name(), "status", operation.status(), http.path("responseCode").asInt(200));
      Set<String> errors = new TreeSet<>();
      published.path("errors").forEach(error -> errors.add(error.path("shape").asString()));
      check(
          operation.name(),
          "errors",
          new TreeSet<>(operation.errors().stream().map(ErrorShape::name).toList()),
          errors);
      check(
          operation.name(),
          "since",
          operation.since(),
          since(each -> each.path("operations").has(operation.name())));
    }

    /** Compares with what a reference of the model leads to. */
    void below(Shape ours, JsonNode reference) {
      String name = reference.path("shape").asString();
      String ownName = ours.name();
      boolean message = ownName.contains(" ");
      if (!message && !ownName.equals(name) && !name.equals(FORMER_NAMES.get(ownName))) {
        differences.add(ownName + " is called " + name + " there");
        return;
      }
      compare(ours, name);
    }

    void compare(Shape ours, String name) {
      if (!seen.add(name)) {
        return;
      }
      JsonNode theirs = shape(revision, name);
      if (theirs.has("document")) {
        check(name, "kind", ours.kind(), Shape.Kind.DOCUMENT);
        return;
      }
      if (day.equals(Catalogue.MODEL_DATE)) {
        // What was hidden once stays hidden, and what is hidden now was no less secret then.
        check(name, "sensitive", ours.sensitive(), theirs.has("sensitive"));
      }
      check(name, "kind", kinds(ours), theirs.path("type").asString());
      switch (ours.kind()) {
        case STRUCTURE, UNION -> structure(ours, name, theirs);
        case LIST -> {
          size(ours, name, theirs);
          below(ours.item(), theirs.path("member"));
        }
        case MAP -> {
          size(ours, name, theirs);
          below(ours.key(), theirs.path("key"));
          below(ours.value(), theirs.path("value"));
        }
        case STRING -> string(ours, name, theirs);
        case ENUM -> enumeration(ours, name, theirs);
        case INTEGER, NUMBER -> {
          // The API's integers have 32 bits, which the model does not write.
          boolean whole = name.equals("Integer");
          double least = whole ? Integer.MIN_VALUE : Double.NaN;
          check(name, "min", ours.minimum().orElse(Double.NaN), number(theirs, "min", least));
          double most = whole || theirs.has("min") ? Integer.MAX_VALUE : Double.NaN;
          check(name, "max", ours.maximum().orElse(most), number(theirs, "max", most));
        }
        default -> {
          // Timestamps and booleans have no constraints.
        }
      }
    }

    private static double number(JsonNode theirs, String bound, double otherwise) {
      return theirs.path(bound).asDouble(otherwise);
    }

    private void string(Shape ours, String name, JsonNode theirs) {
      if (LOOSE.contains(name)) {
        check(name, "rules", ours.rules(), List.of("arn.published-maximum"));
        return;
      }
      String pattern = theirs.path("pattern").asString("");
      check(name, "min", ours.minLength().orElse(0), theirs.path("min").asLong(0));
      long unbounded = pattern.isEmpty() ? -1 : ours.maxLength().orElse(-1);
      check(name, "max", ours.maxLength().orElse(-1), theirs.path("max").asLong(unbounded));
      if (pattern.isEmpty() || portable.containsKey(pattern)) {
        check(name, "pattern", ours.pattern(), Optional.ofNullable(portable.get(pattern)));
      } else {
        alike(name, ours.pattern().orElse(""), pattern);
      }
    }

    /** A former pattern has no portable form to be compared with, so both are tried. */
    private void alike(String name, String ours, String theirs) {
      Pattern ourPattern = Pattern.compile(ours.replaceFirst("\\$$", "\\\\z"));
      Pattern published = Pattern.compile(theirs);
      for (String text : TRIALS) {
        for (String trial :
            List.of(text, text + "x", "x" + text, text + " ", text + "/y", text + "\n")) {
          check(
              name + " " + trial,
              "verdict",
              ourPattern.matcher(trial).find(),
              published.matcher(trial).matches());
        }
      }
    }

    private void structure(Shape ours, String name, JsonNode theirs) {
      check(name, "union", ours.kind() == Shape.Kind.UNION, theirs.has("union"));
      check(name, "open", ours.open(), theirs.has("exception"));
      check(
          name,
          "members",
          // Earlier releases had the same members in another order.
          new TreeSet<>(ours.members().stream().map(Member::name).toList()),
          new TreeSet<>(theirs.path("members").propertyNames()));
      if (day.equals(Catalogue.MODEL_DATE)) {
        check(
            name,
            "order",
            ours.members().stream().map(Member::name).toList(),
            List.copyOf(theirs.path("members").propertyNames()));
      }
      Set<String> required = new TreeSet<>();
      theirs.path("required").forEach(member -> required.add(member.asString()));
      Set<String> ourRequired = new TreeSet<>();
      for (Member member : ours.members()) {
        if (member.required()) {
          ourRequired.add(member.name());
        }
        LocalDate shapeSince = since(each -> each.path("shapes").has(name));
        LocalDate memberSince = since(each -> shape(each, name).path("members").has(member.name()));
        Optional<LocalDate> later =
            memberSince.equals(shapeSince) ? Optional.empty() : Optional.of(memberSince);
        check(name + "." + member.name(), "since", member.since(), later);
        below(member.shape(), theirs.path("members").path(member.name()));
      }
      check(name, "required", ourRequired, required);
    }

    private void enumeration(Shape ours, String name, JsonNode theirs) {
      Set<String> published = new TreeSet<>();
      theirs.path("enum").forEach(value -> published.add(value.asString()));
      List<EnumValue> values = ours.enumValues();
      check(name, "enum", new TreeSet<>(values.stream().map(EnumValue::value).toList()), published);
      LocalDate shapeSince = since(each -> each.path("shapes").has(name));
      for (EnumValue value : values) {
        LocalDate valueSince = since(each -> hasValue(each, name, value.value()));
        Optional<LocalDate> expected =
            valueSince == null || valueSince.equals(shapeSince)
                ? Optional.empty()
                : Optional.of(valueSince);
        check(name + "=" + value.value(), "since", value.since(), expected);
      }
    }

    private void size(Shape ours, String name, JsonNode theirs) {
      check(name, "min", ours.minSize().orElse(0), theirs.path("min").asLong(0));
      check(name, "max", ours.maxSize().orElse(-1), theirs.path("max").asLong(-1));
    }

    private void check(String place, String what, Object ours, Object theirs) {
      if (!ours.equals(theirs)) {
        differences.add(place + ": " + what + " is " + ours + ", published is " + theirs);
      }
    }
  }

  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";

  private static final List<String> TRIALS =
      List.of(
          "",
          "a",
          "a-b",
          "ab-c",
          "Sales",
          "sales data",
          ID,
          "prefix/" + ID,
          ID.toUpperCase(Locale.ROOT),
          "aws:tag",
          "results/a=b/",
          "results/a,b/",
          "ANY_QUERY",
          "ANY_JOB",
          "arn:aws:iam::111122223333:role/service/reader",
          "arn:aws:iam::111122223333:role/service,reader",
          "arn:aws:cleanrooms:us-east-1:111122223333:membership/" + ID + "/analysistemplate/" + ID,
          "arn:aws-cn:cleanrooms:us-east-1:111122223333:membership/"
              + ID
              + "/analysistemplate/"
              + ID,
          "arn:aws:cleanrooms:us-east-1:111122223333:configuredTable/" + ID,
          "arn:aws:cleanrooms:us-east-1:111122223333:configuredtable/" + ID,
          "arn:aws:cleanrooms:us-east-1:111122223333:membership/"
              + ID
              + "/configuredtableassociation/"
              + ID,
          "arn:aws:cleanrooms:us-east-1:111122223333:membership/" + ID + "/intermediatetable/" + ID,
          "arn:aws:cleanrooms:us-east-1:*:membership/*/configuredaudiencemodelassociation/*",
          "arn:aws:cleanrooms-ml:us-east-1:*:membership/*/configured-model-algorithm-association/*",
          "\u00a0",
          "\t",
          "a description, with punctuation: and more.");

  private static boolean hasValue(JsonNode revision, String name, String value) {
    for (JsonNode published : shape(revision, name).path("enum")) {
      if (published.asString().equals(value)) {
        return true;
      }
    }
    return false;
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
      case DOCUMENT -> "structure";
    };
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
