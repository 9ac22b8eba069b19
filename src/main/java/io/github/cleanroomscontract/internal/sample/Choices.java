package io.github.cleanroomscontract.internal.sample;

import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

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

  /** How many more entries than the least there are at most where that is decided. */
  static final int MORE = 3;

  /** How many documents there are to choose from. */
  static final int DOCUMENTS = 4;

  /** How many worlds there are to choose from. */
  static final int WORLDS = 1_000;

  private static final Pattern INESSENTIAL =
      Pattern.compile("hours|fraction|.*/(description|tags)[?=#~]");

  private static final Set<String> OWNED =
      Set.of("creatorAccountId", "ownerAccountId", "collaborationCreatorAccountId");

  /** Variants that are seldom, or not for everybody. */
  private static final Map<String, String> VARIANT =
      Map.of("ProtectedQueryOutputConfiguration", "s3");

  private Choices() {}

  /** Returns the values of an enum, the likeliest first. */
  static List<String> byLikelihood(String shape, List<String> values) {
    return firstly(values, value -> value.equals(FIRST.get(shape)));
  }

  /** Returns the variants of a union, the likeliest first. */
  static List<Member> variants(Shape union) {
    return firstly(union.members(), variant -> variant.name().equals(VARIANT.get(union.name())));
  }

  private static <T> List<T> firstly(List<T> all, Predicate<T> likely) {
    List<T> sorted = new ArrayList<>(all.stream().filter(likely).toList());
    all.stream().filter(likely.negate()).forEach(sorted::add);
    return sorted;
  }

  /** Returns an example of JSON that has no schema. */
  static Object document(int choice) {
    return switch (choice) {
      case 0 -> Map.of("resolutionTechniques", List.of("RULE_MATCHING"));
      case 1 -> Map.of();
      case 2 -> "free";
      default -> List.of(1, true, Map.of("nested", List.of()));
    };
  }

  /** Returns how many there can be that all differ. */
  static long mostSize(Shape list) {
    return list.kind() == Shape.Kind.LIST && list.item().kind() == Shape.Kind.ENUM
        ? list.item().enumValues().size()
        : Long.MAX_VALUE;
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

  /** Returns whether a text has a form that its pattern does not say. */
  static boolean hasForm(Spot spot) {
    return spot.member().equals("sha256")
        || spot.holder().equals("CreateIntermediateTable request") && spot.member().equals("name");
  }

  /** Returns whether no rule is about what is asked, by the name of the question. */
  static boolean isInessential(String question) {
    return INESSENTIAL.matcher(question).matches();
  }

  static Optional<String> account(Shape shape, Spot spot) {
    return shape.name().equals("AccountId")
            && (OWNED.contains(spot.member()) || spot.member().endsWith("PayerAccountId"))
        ? Optional.of(MadeUp.OWNER)
        : Optional.empty();
  }
}
