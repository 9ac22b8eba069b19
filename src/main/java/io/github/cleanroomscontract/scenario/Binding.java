package io.github.cleanroomscontract.scenario;

import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.JsonFile;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an account has in place of the made-up identifiers of fixtures. Immutable and thread-safe.
 * It is a JSON file:
 *
 * <pre>{@code
 * {
 *   "membership": "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c",
 *   "collaboration": "…",
 *   "callerAccount": "111122223333",
 *   "disposable": ["configuredTable"],
 *   "values": {"database": "sales"}
 * }
 * }</pre>
 *
 * <p>Names follow the members of inputs ({@link #names}): {@code membershipIdentifier} is {@code
 * membership}. Only what is {@code disposable} is deleted by fixtures. {@code values} are for
 * scenarios that need more than the API has names for.
 */
public final class Binding {

  private static final String CALLER = "callerAccount";
  private static final String DISPOSABLE = "disposable";
  private static final String VALUES = "values";
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

  private final Map<String, String> identifiers;
  private final Map<String, String> values;
  private final Set<String> disposable;
  private final Optional<String> caller;

  private Binding(
      Map<String, String> identifiers,
      Map<String, String> values,
      Set<String> disposable,
      Optional<String> caller) {
    this.identifiers = Collections.unmodifiableMap(identifiers);
    this.values = Collections.unmodifiableMap(values);
    this.disposable = Set.copyOf(disposable);
    this.caller = caller;
  }

  /** Returns a binding of nothing: whatever needs an identifier is not asked. */
  public static Binding none() {
    return new Binding(Map.of(), Map.of(), Set.of(), Optional.empty());
  }

  /**
   * Reads a binding.
   *
   * @throws IOException if it cannot be read or is none; the message says where and why
   */
  public static Binding read(Path file) throws IOException {
    JsonFile json = new JsonFile(file);
    Map<String, String> identifiers = new TreeMap<>();
    Map<String, String> values = new TreeMap<>();
    Set<String> disposable = new HashSet<>();
    Optional<String> caller = Optional.empty();
    json.members(json.root(), Pointers.ROOT, "a binding", keys());
    for (Map.Entry<String, JsonNode> entry : json.root().properties()) {
      String at = Pointers.append(Pointers.ROOT, entry.getKey());
      switch (entry.getKey()) {
        case VALUES -> values.putAll(values(json, entry.getValue(), at));
        case DISPOSABLE -> disposable.addAll(disposable(json, entry.getValue(), at));
        case CALLER -> caller = Optional.of(account(json, entry.getValue(), at));
        default ->
            identifiers.put(entry.getKey(), identifier(json, entry.getKey(), entry.getValue()));
      }
    }
    for (String name : disposable) {
      if (!identifiers.containsKey(name)) {
        throw json.fault(
            "/" + DISPOSABLE,
            "\"" + name + "\" is said to be disposable, and is not in the binding");
      }
    }
    return new Binding(identifiers, values, disposable, caller);
  }

  private static Set<String> keys() {
    Set<String> keys = new TreeSet<>(names());
    keys.addAll(List.of(CALLER, DISPOSABLE, VALUES));
    return keys;
  }

  private static Map<String, String> values(JsonFile json, JsonNode node, String at)
      throws IOException {
    json.object(node, at, "\"" + VALUES + "\"");
    Map<String, String> values = new TreeMap<>();
    for (String name : node.propertyNames()) {
      if (names().contains(name) || name.equals(Scenario.RUN)) {
        throw json.fault(
            Pointers.append(at, name),
            "\"" + name + "\" has a meaning of its own; choose another name");
      }
      values.put(name, json.text(node, at, name));
    }
    return values;
  }

  private static List<String> disposable(JsonFile json, JsonNode node, String at)
      throws IOException {
    if (!node.isArray()) {
      throw json.fault(at, "\"" + DISPOSABLE + "\" has to be a list of names");
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      String place = Pointers.append(at, i);
      String name = json.textOf(node.get(i), place, "a name");
      json.known(place, name, "name in a binding", names());
      names.add(name);
    }
    return names;
  }

  private static String account(JsonFile json, JsonNode node, String at) throws IOException {
    String account = json.textOf(node, at, "\"" + CALLER + "\"");
    if (!ACCOUNT.matcher(account).matches()) {
      throw json.fault(at, "an AWS account has 12 digits");
    }
    return account;
  }

  /** Whether the service could accept it, the contract says. */
  private static String identifier(JsonFile json, String name, JsonNode node) throws IOException {
    String at = Pointers.append(Pointers.ROOT, name);
    String value = json.textOf(node, at, "\"" + name + "\"");
    Placeholders.Placeholder stands = Placeholders.all().get(name);
    ObjectNode input = JsonNodeFactory.instance.objectNode().put(stands.member(), value);
    for (Finding finding :
        ContractValidator.create()
            .validateRequest(stands.operation(), input.toString())
            .findings()) {
      if (finding.severity().breaksContract() && finding.pointer().equals("/" + stands.member())) {
        String hint = finding.hint().map(text -> " (" + text + ")").orElse("");
        throw json.fault(at, "\"" + name + "\" is no such thing: " + finding.message() + hint);
      }
    }
    return value;
  }

  /** Returns the names that a binding may have, as the inputs of all operations have them. */
  public static Set<String> names() {
    return Placeholders.all().keySet();
  }

  /** Returns what is bound to a name. */
  public Optional<String> identifier(String name) {
    return Optional.ofNullable(identifiers.get(name));
  }

  /** Returns whether fixtures may delete what is bound to a name. */
  public boolean isDisposable(String name) {
    return disposable.contains(name);
  }

  /** Returns a value that scenarios need. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Returns the account that makes the calls, which some rules need. */
  public Optional<String> callerAccount() {
    return caller;
  }

  /** Returns the input with identifiers in place of its own, as JSON; broken members stay. */
  Filling fill(String operation, String input, Set<String> broken) {
    JsonNode tree = JsonDocument.parse(input).root().orElseThrow();
    return new Filling(this, operation, broken).fill(tree);
  }
}
