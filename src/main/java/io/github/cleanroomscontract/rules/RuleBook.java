package io.github.cleanroomscontract.rules;

import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.internal.schema.SchemaFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * All rules that the kit knows. Those that the documentation states beyond the published model
 * stand beside the schemas, in {@code schemas/rules/<resource>.json}, and are read when first asked
 * for. Thread-safe.
 */
public final class RuleBook {

  private static final class Documented {
    static final Map<String, Rule> RULES = read();
  }

  private RuleBook() {}

  /** Returns all rules, by id. */
  public static Collection<Rule> all() {
    Map<String, Rule> all = new TreeMap<>(Documented.RULES);
    Rules.all().forEach(rule -> all.put(rule.id(), rule));
    return Collections.unmodifiableCollection(all.values());
  }

  /** Returns the rules that the documentation states beyond the published model, by id. */
  public static Collection<Rule> documented() {
    return Collections.unmodifiableCollection(Documented.RULES.values());
  }

  /** Returns the rule of that id. */
  public static Optional<Rule> find(String id) {
    Rule rule = Documented.RULES.get(id);
    return rule == null ? Rules.find(id) : Optional.of(rule);
  }

  /** Returns the resources whose folders may hold rules, in alphabetical order. */
  static List<String> folders() {
    List<String> folders = new ArrayList<>(SchemaFiles.read("catalogue.json").propertyNames());
    folders.add("common");
    Collections.sort(folders);
    return folders;
  }

  private static Map<String, Rule> read() {
    Map<String, Rule> rules = new TreeMap<>();
    for (String folder : folders()) {
      JsonNode file = SchemaFiles.read("rules/" + folder + ".json");
      for (Map.Entry<String, JsonNode> entry : file.properties()) {
        rules.put(entry.getKey(), rule(entry.getKey(), entry.getValue()));
      }
    }
    return new LinkedHashMap<>(rules);
  }

  private static Rule rule(String id, JsonNode row) {
    Optional<LocalDate> since = date(row.path("since"));
    Optional<LocalDate> until = date(row.path("until"));
    return new Rule(
        id,
        Rule.Kind.valueOf(constant(row.path("kind"))),
        // Of what is not checked there are no findings to weigh.
        Severity.valueOf(row.has("severity") ? constant(row.path("severity")) : "INFO"),
        row.path("message").asString(),
        row.path("reason").asString(),
        "the documentation of the API ("
            + row.path("evidence")
                .asString()
                .replace("contradicted", "contradicted by its own facts")
            + ")",
        row.path("needs").asString(""),
        Optional.of(row.path("direction").asString("")).filter(word -> !word.isEmpty()),
        since,
        until);
  }

  private static String constant(JsonNode word) {
    return word.asString().replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private static Optional<LocalDate> date(JsonNode node) {
    return node.isString() ? Optional.of(LocalDate.parse(node.asString())) : Optional.empty();
  }
}
