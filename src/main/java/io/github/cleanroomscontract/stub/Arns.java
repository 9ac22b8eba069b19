package io.github.cleanroomscontract.stub;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** ARNs, and how resources name those that they belong to. */
final class Arns {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** When ARNs of configured tables were written otherwise, up to then. */
  private static final LocalDate RENAMED = LocalDate.of(2023, 7, 31);

  private Arns() {}

  /** Returns the ARN of a resource, if its kind has any. */
  static Optional<String> of(Resource resource, Settings settings) {
    String kind = resource.kind().label().toLowerCase(Locale.ROOT);
    String own =
        switch (resource.kind()) {
          case COLLABORATION, MEMBERSHIP, PRIVACY_BUDGET_TEMPLATE -> kind;
          case CONFIGURED_TABLE ->
              settings.catalogue().day().isBefore(RENAMED) ? "configuredTable" : kind;
          case TABLE_ASSOCIATION,
              ANALYSIS_TEMPLATE,
              AUDIENCE_MODEL_ASSOCIATION,
              ID_MAPPING_TABLE,
              ID_NAMESPACE_ASSOCIATION,
              INTERMEDIATE_TABLE ->
              "membership/" + membership(resource) + "/" + kind;
          default -> "";
        };
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of(arn(settings.region(), settings.account(), own, resource.key()));
  }

  private static String arn(String region, String account, String kind, String id) {
    return "arn:aws:cleanrooms:" + region + ":" + account + ":" + kind + "/" + id;
  }

  private static String membership(Resource resource) {
    return resource.in(Kind.MEMBERSHIP).key();
  }

  /** Writes into a resource what it belongs to. */
  static void refer(Resource resource, Resource around) {
    Map<String, Object> members = resource.members();
    if (around.kind().named()) {
      return;
    }
    String label = around.kind().label();
    String name = label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    members.put(name + "Id", around.key());
    // Two kinds of rules say it so.
    members.put(name + "Identifier", around.key());
    Object arn = around.members().get("arn");
    if (arn != null) {
      members.put(name + "Arn", arn);
    }
  }

  /** Returns the account in an ARN; empty if there is none. */
  static String account(String arn) {
    List<String> parts = List.of(arn.split(":", 6));
    return parts.size() == 6 ? parts.get(4) : "";
  }

  /** Returns whether a text has the form of the id of a resource. */
  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** Returns the kind and the id that an ARN ends with, or fewer parts if it is shorter. */
  static List<String> path(String arn) {
    List<String> parts = List.of(arn.split(":", 6));
    return parts.size() == 6 ? List.of(parts.get(5).split("/")) : List.of();
  }
}
