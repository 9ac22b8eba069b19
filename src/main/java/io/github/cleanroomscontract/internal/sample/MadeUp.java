package io.github.cleanroomscontract.internal.sample;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The one made-up world that all samples are from: two retailers and a publisher who compare their
 * customers.
 */
final class MadeUp {

  /** Who makes the calls, and made the collaboration. */
  static final String OWNER = "111122223333";

  /** The others, as many as the documentation of AWS has made up accounts. */
  private static final List<String> PARTNERS = List.of("444455556666", "123456789012");

  /** 2026-03-02, on a Monday morning. */
  private static final long MORNING = 1_772_442_000L;

  /** How many of a kind there are in one world at most; the next are of another. */
  static final int WORLD = 10_000;

  /** How many parts of a second can be told apart. */
  static final int FRACTIONS = 4;

  private static final String REGION = "us-east-1";

  private MadeUp() {}

  /** Returns the account of a partner; there are as many as are asked for. */
  static String partner(int serial) {
    return serial < PARTNERS.size()
        ? PARTNERS.get(serial)
        : String.format(Locale.ROOT, "%012d", 210_987_654_000L + serial);
  }

  /** Returns the kind of a resource by the name of its shape, without what says how it is seen. */
  static String kind(String name) {
    String kind = name.replaceFirst("(Summary|OutputConfiguration)$", "");
    boolean seenByAll =
        kind.startsWith("Collaboration")
            && kind.length() > "Collaboration".length()
            && !kind.equals("CollaborationChangeRequest");
    return (seenByAll ? kind.substring("Collaboration".length()) : kind).toLowerCase(Locale.ROOT);
  }

  /** Returns the id of a resource, always the same. */
  static String id(String kind, int serial) {
    String name = serial == 0 ? kind : kind + " " + serial;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Returns the ARN of what stands for itself, such as {@code collaboration/…}. */
  static String arn(String kind, int serial) {
    return arn() + kind + "/" + id(kind, serial);
  }

  /** Returns the ARN of what belongs to a membership. */
  static String ofMembership(String kind, int serial) {
    return arn() + "membership/" + membership(serial) + "/" + kind + "/" + id(kind, serial);
  }

  /** Returns the ARN of what belongs to a membership, written in the other order. */
  static String ofMembershipBehind(String kind, int serial) {
    return arn() + kind + "/" + membership(serial) + "/" + id(kind, serial);
  }

  private static String membership(int serial) {
    return id("membership", serial / WORLD * WORLD);
  }

  private static String arn() {
    return arn("cleanrooms", OWNER);
  }

  /** Returns how ARNs of a service begin. */
  static String arn(String service, String account) {
    return "arn:aws:" + service + ":" + REGION + ":" + account + ":";
  }

  /** Returns a time by what it is of: what comes later in a life has a later one. */
  static long time(String member, int serial) {
    // Lists begin with the latest.
    long created = MORNING - serial * 3_600L;
    return switch (member) {
      case "updateTime", "endTime" -> created + 1_860;
      case "expirationTime" -> created + 400 * 86_400L;
      default -> created;
    };
  }

  /** Returns a time with a fraction of a second, of which there is none at first. */
  static Number fraction(long seconds, int fraction) {
    return fraction == 0
        ? (Number) seconds
        : BigDecimal.valueOf(seconds * 1_000 + fraction * 125L, 3);
  }
}
