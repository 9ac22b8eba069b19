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
    JsonNode node = resource.node();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String name = member.getKey();
      boolean own = name.equals("arn");
      if (own || name.endsWith("Arn")) {
        String id = own ? "id" : name.substring(0, name.length() - 3).concat("Id");
        if (!endsWith(Subject.text(member.getValue()), Subject.text(node.path(id)))) {
          resource.at(name).fails(id);
        }
      }
    }
    if (isOfAnother(Subject.text(node.path("arn")), Subject.text(node.path("membershipId")))) {
      resource.at("arn").fails("membershipId");
    }
  }

  /** What belongs to a membership has its id in the middle of its ARN. */
  private static boolean isOfAnother(String arn, String membershipId) {
    int begin = arn.indexOf(OF_MEMBERSHIP) + OF_MEMBERSHIP.length();
    int end = arn.indexOf('/', begin);
    boolean named = begin >= OF_MEMBERSHIP.length() && end > begin;
    return named && !arn.substring(begin, end).equals(membershipId) && isId(membershipId);
  }

  /** Returns whether an ARN ends with an id, if both are what they are called. */
  private static boolean endsWith(String arn, String id) {
    int last = arn.lastIndexOf('/') + 1;
    return !arn.startsWith("arn:")
        || arn.length() - last == id.length() && arn.endsWith(id)
        || !isId(id);
  }

  private static boolean isId(String text) {
    return ID.matcher(text).matches();
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
        .map(ResourceChecks::lowerCase)
        .collect(Collectors.toSet());
  }

  private static boolean same(JsonNode sent, JsonNode found) {
    if (sent.getNodeType() != found.getNodeType()) {
      // One of them is of a wrong type, which is another finding.
      return true;
    }
    return switch (sent.getNodeType()) {
      case STRING -> lowerCase(sent).equals(lowerCase(found));
      case NUMBER -> sent.asDouble() == found.asDouble();
      default -> sent.equals(found);
    };
  }

  /** Names may come back in lower case. */
  private static String lowerCase(JsonNode string) {
    return string.asString().toLowerCase(Locale.ROOT);
  }
}
