package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.internal.json.Pointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The documented rules that need a fact from outside the payload. */
final class ContextRules {

  private static final String OUTPUT = "ProtectedQueryOutputConfiguration";
  private static final String RESULT = "ProtectedQueryOutput";
  private static final String LOCATION = "ProtectedQueryDistributeOutputConfigurationLocation";
  private static final String S3_OUTPUT = "ProtectedQueryS3OutputConfiguration";

  private final Optional<String> callerAccount;
  private final Optional<AnalyticsEngine> engine;

  ContextRules(Optional<String> callerAccount, Optional<AnalyticsEngine> engine) {
    this.callerAccount = callerAccount;
    this.engine = engine;
  }

  /** The rules that are checked at values of a shape. */
  static List<Rule> at(String shape, Direction direction) {
    if (shape.equals(OUTPUT) || shape.equals(RESULT)) {
      return List.of(Rules.DISTRIBUTE_SPARK_ONLY);
    }
    // The others speak of what a caller sends.
    if (direction != Direction.REQUEST) {
      return List.of();
    }
    return switch (shape) {
      case LOCATION -> List.of(Rules.DISTRIBUTE_NO_RUNNER_ACCOUNT);
      case S3_OUTPUT -> List.of(Rules.SINGLE_FILE_OUTPUT_SPARK_ONLY);
      default -> List.of();
    };
  }

  List<Draft> check(Shape root, Direction direction, JsonNode payload) {
    List<Draft> drafts = new ArrayList<>();
    boolean otherEngine = engine.isPresent() && engine.get() != AnalyticsEngine.SPARK;
    if (!otherEngine && callerAccount.isEmpty()) {
      return drafts;
    }
    ShapeWalk.walk(
        root,
        payload,
        (pointer, shape, value) -> {
          for (Rule rule : at(shape.map(Shape::name).orElse(""), direction)) {
            check(rule, pointer, value).ifPresent(drafts::add);
          }
          return true;
        });
    return drafts;
  }

  private Optional<Draft> check(Rule rule, String pointer, JsonNode value) {
    if (rule == Rules.DISTRIBUTE_SPARK_ONLY) {
      return otherEngine(rule, pointer, value, "distribute");
    }
    if (rule == Rules.SINGLE_FILE_OUTPUT_SPARK_ONLY) {
      return otherEngine(rule, pointer, value, "singleFileOutput");
    }
    JsonNode account = value.path("member").path("accountId");
    boolean own = account.isString() && callerAccount.equals(Optional.of(account.asString()));
    String at = Pointers.append(Pointers.append(pointer, "member"), "accountId");
    return own ? Optional.of(draft(rule, at, "")) : Optional.empty();
  }

  private Optional<Draft> otherEngine(Rule rule, String pointer, JsonNode value, String member) {
    return engine
        .filter(given -> given != AnalyticsEngine.SPARK && value.has(member))
        .map(given -> draft(rule, Pointers.append(pointer, member), given.name()));
  }

  private static Draft draft(Rule rule, String pointer, String found) {
    Finding finding =
        new Finding(
            rule,
            rule.severity(),
            pointer,
            Optional.empty(),
            rule.message(Map.of("found", found)),
            Optional.empty(),
            found.isEmpty() ? Optional.empty() : Optional.of(found),
            Optional.empty(),
            Optional.empty());
    return Draft.at(finding, pointer);
  }
}
