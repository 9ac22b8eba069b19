package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.json.Pointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The documented rules that need a fact from outside the payload. */
final class ContextRules {

  private static final Set<String> DISTRIBUTE =
      Set.of("ProtectedQueryOutputConfiguration", "ProtectedQueryOutput");
  private static final String LOCATION = "ProtectedQueryDistributeOutputConfigurationLocation";
  private static final String S3_OUTPUT = "ProtectedQueryS3OutputConfiguration";

  private final Optional<String> callerAccount;
  private final Optional<AnalyticsEngine> engine;

  ContextRules(Optional<String> callerAccount, Optional<AnalyticsEngine> engine) {
    this.callerAccount = callerAccount;
    this.engine = engine;
  }

  List<Draft> check(Shape root, Direction direction, JsonNode payload) {
    List<Draft> drafts = new ArrayList<>();
    boolean request = direction == Direction.REQUEST;
    boolean otherEngine = engine.isPresent() && engine.get() != AnalyticsEngine.SPARK;
    if (!otherEngine && !(request && callerAccount.isPresent())) {
      return drafts;
    }
    ShapeWalk.walk(
        root,
        payload,
        (pointer, shape, value) -> {
          String name = shape.map(Shape::name).orElse("");
          if (otherEngine && DISTRIBUTE.contains(name) && value.has("distribute")) {
            drafts.add(engineDraft(Rules.DISTRIBUTE_SPARK_ONLY, pointer, "distribute"));
          }
          if (otherEngine && request && name.equals(S3_OUTPUT) && value.has("singleFileOutput")) {
            drafts.add(
                engineDraft(Rules.SINGLE_FILE_OUTPUT_SPARK_ONLY, pointer, "singleFileOutput"));
          }
          if (request && name.equals(LOCATION)) {
            JsonNode account = value.path("member").path("accountId");
            if (account.isString() && callerAccount.equals(Optional.of(account.asString()))) {
              String at = Pointers.append(Pointers.append(pointer, "member"), "accountId");
              drafts.add(draft(Rules.DISTRIBUTE_NO_RUNNER_ACCOUNT, at, ""));
            }
          }
          return true;
        });
    return drafts;
  }

  private Draft engineDraft(Rule rule, String pointer, String member) {
    return draft(rule, Pointers.append(pointer, member), engine.orElseThrow().name());
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
