package io.github.cleanroomscontract.internal.checks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What is documented of all resources alike: their ids, ARNs and times beyond their schemas. */
final class ResourceChecks {

  /** Shapes that have a summary beside them, with ids, ARNs and times in both. */
  private static final List<String> SUMMARISED =
      List.of(
          "AnalysisTemplate",
          "Collaboration",
          "CollaborationAnalysisTemplate",
          "CollaborationConfiguredAudienceModelAssociation",
          "CollaborationIdNamespaceAssociation",
          "CollaborationPrivacyBudgetTemplate",
          "ConfiguredAudienceModelAssociation",
          "ConfiguredTable",
          "ConfiguredTableAssociation",
          "IdMappingTable",
          "IdNamespaceAssociation",
          "IntermediateTable",
          "Membership",
          "PrivacyBudgetTemplate",
          "Schema");

  /** Others with ids, ARNs and times. */
  private static final List<String> SINGLE =
      List.of(
          "CollaborationPrivacyBudgetSummary",
          "ConfiguredTableAnalysisRule",
          "ConfiguredTableAssociationAnalysisRule",
          "MemberSummary",
          "PrivacyBudgetSummary");

  private static final List<String> WITHOUT_UPDATES =
      List.of(
          "IntermediateTableOutputConfiguration",
          "ProtectedJob",
          "ProtectedJobSummary",
          "ProtectedQuery",
          "ProtectedQuerySummary");

  private static final List<String> WITHOUT_ARNS =
      List.of(
          "AnalysisRule",
          "CollaborationChangeRequest",
          "CollaborationChangeRequestSummary",
          "IntermediateTableAnalysisRule");

  private static final List<String> ECHOING =
      List.of("AnalysisTemplate", "Collaboration", "ConfiguredTable", "Membership");

  /** What an answer calls otherwise than the request. */
  private static final Map<String, String> RENAMED =
      Map.of(
          "autoApprovedChangeRequestTypes", "autoApprovedChangeTypes",
          "membershipPaymentConfiguration", "paymentConfiguration");

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final String OF_MEMBERSHIP = ":membership/";

  private ResourceChecks() {}

  static void register(Checks.Registry registry) {
    List<String> both =
        Stream.concat(
                SUMMARISED.stream().flatMap(name -> Stream.of(name, name + "Summary")),
                SINGLE.stream())
            .toList();
    Stream.concat(both.stream(), WITHOUT_UPDATES.stream())
        .forEach(shape -> registry.response("arn.ends-with-id", shape, ResourceChecks::arns));
    Stream.concat(both.stream(), WITHOUT_ARNS.stream())
        .forEach(
            shape ->
                registry.response(
                    "update-time.not-before-create-time", shape, ResourceChecks::times));
    for (String resource : ECHOING) {
      for (String verb : new String[] {"Create", "Update"}) {
        registry.response(
            "create.echo", verb + resource + " response", ResourceChecks::answersRequest);
      }
    }
  }

  private static void times(Subject resource) {
    Optional<Double> created = resource.at("createTime").time();
    Subject updated = resource.at("updateTime");
    if (created.isPresent() && updated.time().filter(time -> time < created.get()).isPresent()) {
      updated.fails();
    }
  }

  private static void arns(Subject resource) {
    for (String name : resource.node().propertyNames()) {
      boolean own = name.equals("arn");
      if (own || name.endsWith("Arn")) {
        String id = own ? "id" : name.substring(0, name.length() - 3) + "Id";
        if (resource.has(id)) {
          named(resource.at(name), resource.at(id), id);
        }
      }
    }
    membership(resource.at("arn"), resource.at("membershipId"));
  }

  /** What belongs to a membership has its id in the middle of its ARN. */
  private static void membership(Subject arn, Subject id) {
    String text = arn.text();
    int begin = text.indexOf(OF_MEMBERSHIP) + OF_MEMBERSHIP.length();
    int end = text.indexOf('/', begin);
    boolean named = begin >= OF_MEMBERSHIP.length() && end > begin;
    if (named && !text.substring(begin, end).equals(id.text()) && isId(id)) {
      arn.fails("membershipId");
    }
  }

  private static void named(Subject arn, Subject id, String name) {
    String text = arn.text();
    String last = text.substring(text.lastIndexOf('/') + 1);
    if (text.startsWith("arn:") && !last.equals(id.text()) && isId(id)) {
      arn.fails(name);
    }
  }

  private static boolean isId(Subject id) {
    return id.node().isString() && ID.matcher(id.text()).matches();
  }

  private static void answersRequest(Subject answer) {
    List<String> members = answer.keys();
    if (members.size() == 1) {
      answer.with(
          answer.request(), World.REQUEST, (at, request) -> echoes(at.at(members.get(0)), request));
    }
  }

  /** What was sent comes back; what the service adds, or leaves out, is no matter. */
  private static void echoes(Subject answered, JsonNode sent) {
    JsonNode found = answered.node();
    if (sent.isObject() && found.isObject()) {
      for (Map.Entry<String, JsonNode> member : sent.properties()) {
        String name = RENAMED.getOrDefault(member.getKey(), member.getKey());
        echoes(answered.at(name), member.getValue());
      }
    } else if (sent.isArray() && found.isArray()) {
      if (!texts(found).containsAll(texts(sent))) {
        answered.fails();
      }
    } else if (sent.isValueNode() && found.isValueNode() && !same(sent, found)) {
      answered.fails();
    }
  }

  private static Set<String> texts(JsonNode list) {
    return list.valueStream()
        .filter(JsonNode::isString)
        .map(ResourceChecks::text)
        .collect(Collectors.toSet());
  }

  private static boolean same(JsonNode sent, JsonNode found) {
    if (sent.getNodeType() != found.getNodeType()) {
      // One of them is of a wrong type, which is another finding.
      return true;
    }
    return switch (sent.getNodeType()) {
      case STRING -> text(sent).equals(text(found));
      case NUMBER -> sent.asDouble() == found.asDouble();
      default -> sent.equals(found);
    };
  }

  /** Names may come back in lower case. */
  private static String text(JsonNode string) {
    return string.asString().toLowerCase(Locale.ROOT);
  }
}
