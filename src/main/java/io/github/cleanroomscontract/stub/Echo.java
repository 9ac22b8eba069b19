package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.catalogue.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What of a request is in the answer, perhaps by another name. */
final class Echo {

  /** What answers call otherwise. */
  private static final Map<String, String> RENAMED =
      Map.of(
          "analysisRulePolicy", "policy",
          "analysisRuleType", "type",
          "autoApprovedChangeRequestTypes", "autoApprovedChangeTypes",
          "configuredAudienceModelAssociationName", "name",
          "membershipPaymentConfiguration", "paymentConfiguration");

  private Echo() {}

  /** Returns what a request tells of a resource, by the names that the resource has for it. */
  static Map<String, Object> of(Ask ask, Shape resource) {
    Map<String, Object> told = new LinkedHashMap<>();
    ask.input()
        .forEach(
            (name, value) ->
                name(name, resource)
                    .ifPresent(
                        member ->
                            told.put(
                                member, Answers.copy(Answers.below(resource, member), value))));
    return told;
  }

  /** Returns what a resource calls a member of a request, if it has it. */
  static Optional<String> name(String member, Shape resource) {
    String other = RENAMED.getOrDefault(member, member.replaceFirst("Identifier$", "Id"));
    return Optional.of(member)
        .filter(name -> resource.member(name).isPresent())
        .or(() -> Optional.of(other).filter(name -> resource.member(name).isPresent()));
  }
}
