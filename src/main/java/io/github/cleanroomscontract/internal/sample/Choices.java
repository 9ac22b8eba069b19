package io.github.cleanroomscontract.internal.sample;

import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is most likely where several things can be. */
final class Choices {

  private static final Map<String, String> FIRST =
      Map.ofEntries(
          Map.entry("ProtectedQueryStatus", "SUCCESS"),
          Map.entry("ProtectedJobStatus", "SUCCESS"),
          Map.entry("MemberStatus", "ACTIVE"),
          Map.entry("FilterableMemberStatus", "ACTIVE"),
          Map.entry("IntermediateTableStatus", "POPULATE_SUCCESS"),
          Map.entry("CollaborationJobLogStatus", "ENABLED"),
          Map.entry("AdditionalAnalyses", "ALLOWED"),
          Map.entry("AnalyticsEngine", "SPARK"),
          Map.entry("MemberAbility", "CAN_QUERY"));

  /** What every membership, and every collaboration, has one of. */
  private static final Set<String> ONE_EACH =
      Set.of(
          "Collaboration",
          "CollaborationSummary",
          "Membership",
          "MembershipSummary",
          "MemberSummary");

  private static final Set<String> OWNED =
      Set.of("creatorAccountId", "ownerAccountId", "collaborationCreatorAccountId");

  /** Variants that are seldom, or not for everybody. */
  private static final Map<String, String> VARIANT =
      Map.of("ProtectedQueryOutputConfiguration", "s3");

  private Choices() {}

  static String first(String shape, List<String> values) {
    String first = FIRST.get(shape);
    return values.contains(first) ? first : values.get(0);
  }

  static Member variant(Shape union) {
    return Optional.ofNullable(VARIANT.get(union.name()))
        .flatMap(union::member)
        .orElseGet(() -> union.members().get(0));
  }

  /** Returns how many there are of what is not there at all with fewer. */
  static int leastSize(Shape list) {
    return list.name().equals("SelectedAnalysisMethods") ? 2 : 0;
  }

  /** Returns which of several it is: lists are of one membership, and of one collaboration. */
  static int serial(Shape shape, Spot spot) {
    String name = shape.name() + " " + spot.member();
    boolean shared = name.contains("embership") || name.contains("ollaboration");
    return shared && !ONE_EACH.contains(spot.holder()) && !spot.member().isEmpty() && isId(shape)
        ? 0
        : spot.serial();
  }

  private static boolean isId(Shape shape) {
    return Set.of(
            "UUID",
            "MembershipArn",
            "MembershipIdentifier",
            "CollaborationArn",
            "CollaborationIdentifier")
        .contains(shape.name());
  }

  static Optional<String> account(Shape shape, Spot spot) {
    return shape.name().equals("AccountId")
            && (OWNED.contains(spot.member()) || spot.member().endsWith("PayerAccountId"))
        ? Optional.of(MadeUp.OWNER)
        : Optional.empty();
  }
}
