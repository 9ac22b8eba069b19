package io.github.cleanroomscontract.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.resource.SchemaLoader;
import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.HttpBinding;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.internal.checks.Checks;
import io.github.cleanroomscontract.rules.RuleBook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The conventions of schemas/README.md. */
class SchemaConventionsTest {

  private static final SchemaRegistry META =
      SchemaRegistry.withDialect(
          Dialects.getDraft202012(),
          builder ->
              builder.schemaLoader(
                  new SchemaLoader(
                      iri ->
                          iri.toString().startsWith(SchemaFiles.BASE)
                              ? () ->
                                  Files.newInputStream(
                                      Path.of(
                                          "schemas",
                                          iri.toString().substring(SchemaFiles.BASE.length())))
                              : null)));

  static Stream<String> files() {
    return SchemaFolder.files().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFileMeetsItsMetaSchema(String path) {
    boolean shapes = path.endsWith("/shapes.schema.json") || path.startsWith("common/");
    assertMeets(shapes ? "shapes" : "operation", SchemaFolder.file(path));
  }

  @Test
  void theCatalogueMeetsItsMetaSchema() {
    assertMeets("catalogue", SchemaFolder.file("catalogue.json"));
  }

  @Test
  void theMetaSchemaRefusesWhatItShould() {
    JsonNode shapes = SchemaFolder.file("protected-query/shapes.schema.json");
    JsonNode union = shapes.at("/$defs/ProtectedQueryOutputConfiguration");
    ((tools.jackson.databind.node.ObjectNode) union).remove("maxProperties");
    assertThat(meta("shapes").validate(shapes)).isNotEmpty();
  }

  private static void assertMeets(String metaSchema, JsonNode file) {
    assertThat(meta(metaSchema).validate(file)).isEmpty();
  }

  private static Schema meta(String name) {
    return META.getSchema(SchemaLocation.of(SchemaFiles.BASE + "meta/" + name + ".schema.json"));
  }

  @Test
  void filesAndCatalogueHaveTheSameOperations() {
    Set<String> expected = new TreeSet<>();
    SchemaFolder.catalogue()
        .forEach(
            (resource, names) ->
                names.forEach(name -> expected.add(resource + "/" + name + ".schema.json")));
    Set<String> operations = new TreeSet<>(SchemaFolder.files().keySet());
    operations.removeIf(path -> path.endsWith("/shapes.schema.json") || path.startsWith("common/"));
    assertThat(operations).isEqualTo(expected);
    SchemaFolder.catalogue().values().forEach(names -> assertThat(names).isSorted());
  }

  @ParameterizedTest
  @MethodSource("files")
  void idAndTitleSayWhereTheFileIs(String path) {
    JsonNode file = SchemaFolder.file(path);
    assertThat(file.path("$id").asString()).isEqualTo(SchemaFiles.BASE + path);
    if (file.has("x-http")) {
      assertThat(path).endsWith("/" + file.path("title").asString() + ".schema.json");
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void patternsReadAlikeEverywhere(String path) {
    SchemaFolder.visit(
        SchemaFolder.file(path),
        (pointer, node) -> {
          if (node.path("pattern").isString()) {
            String pattern = node.path("pattern").asString();
            assertThat(pattern).as(pointer).startsWith("^").endsWith("$");
            // An alternative beside the anchors would escape one of them.
            assertThat(topLevelAlternatives(pattern)).as(pointer).isFalse();
            String plain = pattern.replace("(?![\\s\\S])", "").replaceAll("\\[[^]]*]", "");
            assertThat(plain).as(pointer).doesNotContain("\\d", "\\w", "\\s", "\\b");
            assertThat(plain.replace("\\.", "")).as(pointer).doesNotContain(".");
            assertThat(Pattern.compile(pattern)).as(pointer).isNotNull();
          }
        });
  }

  private static boolean topLevelAlternatives(String pattern) {
    int depth = 0;
    for (char c : pattern.replaceAll("\\[[^]]*]", "").replaceAll("\\\\.", "").toCharArray()) {
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == '|' && depth == 0) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @MethodSource("files")
  void rulesAreKnownAndDatesAreAfterTheLaunch(String path) {
    SchemaFolder.visit(
        SchemaFolder.file(path),
        (pointer, node) -> {
          if (node.path("x-rule").isString()) {
            assertThat(RuleBook.find(node.path("x-rule").asString())).as(pointer).isPresent();
          }
          List<String> dates = new ArrayList<>();
          if (node.path("x-since").isString()) {
            dates.add(node.path("x-since").asString());
          }
          Set<String> values = new HashSet<>();
          node.path("enum").forEach(value -> values.add(value.asString()));
          for (Map.Entry<String, JsonNode> since : node.path("x-enum-since").properties()) {
            assertThat(values).as(pointer).contains(since.getKey());
            dates.add(since.getValue().asString());
          }
          for (String date : dates) {
            assertThat(LocalDate.parse(date))
                .as(pointer)
                .isAfter(Catalogue.LAUNCH)
                .isBeforeOrEqualTo(Catalogue.MODEL_DATE);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("ruleFiles")
  void rulesMeetTheirMetaSchema(String path) {
    assertMeets("rules", SchemaFolder.file(path));
    assertThat(List.copyOf(SchemaFolder.file(path).propertyNames())).isSorted();
  }

  static Stream<String> ruleFiles() {
    return Stream.concat(SchemaFolder.catalogue().keySet().stream(), Stream.of("common"))
        .map(folder -> "rules/" + folder + ".json");
  }

  @Test
  void everyRuleStandsWhereItsKindSays() {
    Set<String> inSchemas = new TreeSet<>();
    SchemaFolder.files()
        .values()
        .forEach(
            file ->
                SchemaFolder.visit(
                    file,
                    (pointer, node) -> {
                      if (node.path("x-rule").isString()) {
                        inSchemas.add(node.path("x-rule").asString());
                      }
                    }));
    assertThat(inSchemas).isEqualTo(ids(Rule.Kind.SCHEMA));
    Set<String> inCode = ids(Rule.Kind.CROSS_FIELD);
    inCode.addAll(ids(Rule.Kind.CONTEXT));
    assertThat(new TreeSet<>(Checks.rules())).isEqualTo(inCode);
  }

  private static Set<String> ids(Rule.Kind kind) {
    return RuleBook.documented().stream()
        .filter(rule -> rule.kind() == kind)
        .map(Rule::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Rules that all validators know are errors; what is merely advised must not refuse. */
  @ParameterizedTest
  @MethodSource("files")
  void errorsAreRulesAndWarningsAreAdvice(String path) {
    SchemaFolder.visit(
        SchemaFolder.file(path),
        (pointer, node) -> {
          for (JsonNode rule : node.path("allOf")) {
            if (rule.has("x-rule")) {
              assertThat(severity(rule)).as(pointer).isEqualTo(Severity.ERROR);
            }
          }
          for (JsonNode rule : node.path("x-advice")) {
            assertThat(severity(rule)).as(pointer).isIn(Severity.WARNING, Severity.INFO);
          }
        });
  }

  private static Severity severity(JsonNode rule) {
    return RuleBook.find(rule.path("x-rule").asString()).orElseThrow().severity();
  }

  @Test
  void checksAreMadeAtShapesThatThereAre() {
    Set<String> shapes = new TreeSet<>();
    SchemaFolder.files()
        .forEach(
            (path, file) -> {
              if (file.has("x-http")) {
                shapes.add(file.path("title").asString() + " request");
                shapes.add(file.path("title").asString() + " response");
              } else {
                shapes.addAll(file.path("$defs").propertyNames());
              }
            });
    assertThat(shapes).containsAll(Checks.shapes());
  }

  @Test
  void requiredMembersExist() {
    for (Map.Entry<String, JsonNode> file : SchemaFolder.files().entrySet()) {
      SchemaFolder.visit(
          file.getValue(),
          (pointer, node) -> {
            boolean rule = pointer.contains("/allOf/") || pointer.contains("/x-advice/");
            if (!rule && node.has("properties") && node.path("required").isArray()) {
              for (JsonNode name : node.path("required")) {
                assertThat(node.path("properties").has(name.asString()))
                    .as(file.getKey() + pointer + " " + name)
                    .isTrue();
              }
            }
          });
    }
  }

  @Test
  void pathAndQueryMembersAreMembersOfTheRequest() {
    for (Operation operation : Catalogue.current().operations()) {
      HttpBinding http = operation.http();
      for (String name : http.pathMembers()) {
        assertThat(operation.request().member(name))
            .as(operation + " " + name)
            .hasValueSatisfying(member -> assertThat(member.required()).isTrue());
      }
      List<String> names = operation.request().members().stream().map(Member::name).toList();
      assertThat(names).as(operation.name()).containsAll(http.queryMembers());
      assertThat(operation.errors()).as(operation.name()).isNotEmpty();
    }
  }

  @Test
  void everyShapeLivesWhereItIsUsed() {
    Map<String, Set<String>> users = new HashMap<>();
    SchemaFiles files = new SchemaFiles(new Edition(Catalogue.MODEL_DATE));
    SchemaFolder.catalogue()
        .forEach(
            (resource, names) -> {
              for (String name : names) {
                String path = resource + "/" + name + ".schema.json";
                use(files.place(path, "/$defs/request"), resource, users);
                use(files.place(path, "/$defs/response"), resource, users);
              }
            });
    String errors = "common/errors.schema.json";
    for (String name : files.file(errors).path("$defs").propertyNames()) {
      if (files.file(errors).path("$defs").path(name).has("x-error")) {
        users.computeIfAbsent(errors + "#" + name, key -> new TreeSet<>()).add("errors");
        use(files.place(errors, "/$defs/" + name), "errors", users);
      }
    }
    List<String> misplaced = new ArrayList<>();
    for (Map.Entry<String, JsonNode> file : SchemaFolder.files().entrySet()) {
      if (file.getValue().has("x-http")) {
        continue;
      }
      for (String name : file.getValue().path("$defs").propertyNames()) {
        Set<String> by = users.getOrDefault(file.getKey() + "#" + name, Set.of());
        Set<String> belongs =
            by.equals(Set.of("errors"))
                ? Set.of(errors)
                : by.size() == 1
                    ? Set.of(by.iterator().next() + "/shapes.schema.json")
                    : Set.of("common/shapes.schema.json", "common/analysis-rules.schema.json");
        if (by.isEmpty()) {
          misplaced.add(name + " in " + file.getKey() + " is used by nobody");
        } else if (!belongs.contains(file.getKey())) {
          misplaced.add(name + " in " + file.getKey() + " belongs into " + belongs);
        }
      }
    }
    assertThat(misplaced).isEmpty();
  }

  private static void use(SchemaPlace place, String user, Map<String, Set<String>> users) {
    SchemaFolder.visit(
        place.node(),
        (pointer, node) -> {
          if (node.path("$ref").isString()) {
            SchemaPlace target =
                new SchemaPlace(place.files(), place.path(), pointer, node).resolved();
            String key = target.path() + "#" + target.shapeName();
            if (users.computeIfAbsent(key, k -> new TreeSet<>()).add(user)) {
              use(target, user, users);
            }
          }
        });
  }
}
