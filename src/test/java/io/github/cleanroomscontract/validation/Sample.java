package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Strings for a shape. What its pattern takes and refuses stands in a table, by hand, so that the
 * tests do not believe the pattern that they test.
 *
 * @param stem the shortest string that the pattern takes, bounds aside
 * @param filler what may be appended any number of times; empty if nothing may
 * @param accepted more strings that are valid
 * @param refused strings that break the pattern, each in one way
 */
record Sample(String stem, String filler, List<String> accepted, List<String> refused) {

  private static final Sample ANY =
      growing("", "x").accepting("~/\"ü\"\\ \uD83D\uDE00\n", "a\u0000b");
  private static final Map<String, Sample> BY_SHAPE = new HashMap<>();

  static {
    put(
        fixed("0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9")
            .refusing(
                "0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9",
                "0A1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
                "0a1b2c3d-4E5f-6071-8293-a4b5c6d7e8f9",
                "0a1b2c3d-4e5f-6O71-8293-a4b5c6d7e8f9",
                "0a1b2c3d-4e5f-6071-8_93-a4b5c6d7e8f9",
                "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8fg",
                "0a1b2c3d04e5f060710829304a4b5c6d7e8f"),
        "UUID",
        "CollaborationIdentifier",
        "MembershipIdentifier",
        "AnalysisTemplateIdentifier",
        "ProtectedQueryIdentifier",
        "ProtectedJobIdentifier");
    put(
        growing("", "1")
            .accepting("012345678901")
            .refusing("11112222333x", "1111-2222-33", " 11122223333", "１１１１２２２２３３３３"),
        "AccountId");
    put(
        growing("arn:aws:cleanrooms:us-east-1:111122223333:collaboration/c", "c")
            .refusing(
                "arn:aws-cn:cleanrooms:cn-north-1:111122223333:collaboration/c",
                "arn:aws:cleanrooms:us-east-1:11112222333:collaboration/c",
                "arn:aws:cleanrooms:us-east-1:111122223333:membership/c",
                "arn:aws:cleanrooms:us-east-1:111122223333:collaboration/",
                "arn:aws:cleanrooms:us-east-1:111122223333:collaboration/c/d",
                "an arn:aws:cleanrooms:us-east-1:111122223333:collaboration/c"),
        "CollaborationArn");
    put(
        growing("arn:aws:cleanrooms:us-east-1:111122223333:membership/m", "m")
            .refusing(
                "arn:aws:cleanrooms:useast1:111122223333:membership/m",
                "arn:aws:cleanrooms:us-east-1:111122223333:collaboration/m",
                "arn:aws:cleanrooms:us-east-1:1111222233334:membership/m",
                "arn:aws:cleanrooms:us-east-1:111122223333:membership/",
                "arn:aws:cleanrooms:us-east-1:111122223333:membership/m.n",
                "ARN:AWS:cleanrooms:us-east-1:111122223333:membership/m"),
        "MembershipArn");
    put(
        growing("arn:aws:cleanrooms:us-east-1:111122223333:membership/m/analysistemplate/t", "t")
            .accepting(
                "arn:aws-us-gov:cleanrooms:us-east-2:111122223333:membership/m/analysistemplate/t")
            .refusing(
                "arn:aws:glue:us-east-1:111122223333:membership/m/analysistemplate/t",
                "arn:aws:cleanrooms:us-east-1:111122223333:membership/m",
                "arn:aws:cleanrooms:us-east-1:111122223333:membership//analysistemplate/t",
                "arn:aws:cleanrooms:us-east-1:111122223333:membership/m/analysistemplate/",
                "arn:aws:cleanrooms:us-east-1:111122223333:membership/m/AnalysisTemplate/t"),
        "AnalysisTemplateArn");
    put(
        growing("arn:aws:cleanrooms:us-east-1:111122223333:membership/m/intermediatetable/t", "t")
            .refusing(
                "arn:aws-cn:cleanrooms:cn-north-1:111122223333:membership/m/intermediatetable/t",
                "arn:aws:cleanrooms:us-east-1:111122223333:membership/m/analysistemplate/t",
                "arn:aws:cleanrooms:us-east-1:111122223333:membership/m/intermediatetable/"),
        "IntermediateTableArn");
    put(
        growing("arn:aws:iam::1:role/r", "r")
            .accepting("arn:aws:iam::111122223333:role/service-role/clean+rooms=a.b@c_d")
            .refusing(
                "arn:aws:iam::111122223333:user/analyst",
                "arn:aws:iam:us-east-1:111122223333:role/r",
                "arn:aws:iam::111122223333:role/",
                "arn:aws:iam::111122223333:role/clean rooms",
                "arn:aws-cn:iam::111122223333:role/r"),
        "RoleArn");
    put(
        growing("", "n")
            .accepting("Frühjahr\tüber alles", " 名前 ", "e\u0301 \uFFFD")
            .refusing("   ", " \t ", " \u2028", "two\nlines", "smile \uD83D\uDE00", "a\u0000b"),
        "CollaborationName",
        "DisplayName");
    put(
        growing("", "d")
            .accepting("two\r\nlines\n", "   ", "\n")
            .refusing("smile \uD83D\uDE00", "a\u0000b", "a\u000Bb", "\uFFFE"),
        "ResourceDescription");
    put(
        growing("", "d")
            .accepting("two\r\nlines\n", " . ")
            .refusing("   ", "\n", " \u2029", "smile \uD83D\uDE00", "a\u0000b", "a\u000Bb"),
        "CollaborationDescription");
    put(
        growing("a", "b")
            .accepting("Spring overlap-2026", "_", "a ")
            .refusing("a-b", "ab-", "-ab", "ab--cd", " ab", "a.b", "über"),
        "ResourceAlias",
        "TableAlias");
    put(
        growing("a", "b")
            .accepting("age_group-2", "_")
            .refusing("Age", "age group", "a-b", "ab-", "ab--cd"),
        "SyntheticDataColumnName");
    put(
        growing("", "b")
            .accepting("results.111122223333", "a.b", "1.2.x", "x--y")
            .refusing("192.168.5.4", "-abc", "abc-", "a..b", ".abc", "abc.", "Results", "a_b"),
        "S3LocationBucketString",
        "ProtectedQueryS3OutputConfigurationBucketString",
        "ProtectedJobS3OutputConfigurationInputBucketString",
        "ProtectedJobS3OutputConfigurationOutputBucketString");
    put(
        growing("", "k")
            .accepting("jobs/entry_point-(1).py", "!'*+,")
            .refusing("a b", "a=b", "ä", "a\\b"),
        "S3LocationKeyString");
    put(
        growing("", "p").accepting("results/day=1/_x-.*!").refusing("a b", "a(b", "ä", "a\\b"),
        "KeyPrefix");
    put(
        growing("", "p").accepting("min_age2").refusing("min age", "min-age", ":age", "ä"),
        "ParameterName",
        "JobParameterName");
  }

  private static Sample fixed(String only) {
    return new Sample(only, "", List.of(), List.of());
  }

  private static Sample growing(String stem, String filler) {
    return new Sample(stem, filler, List.of(), List.of());
  }

  private Sample accepting(String... strings) {
    return new Sample(stem, filler, List.of(strings), refused);
  }

  private Sample refusing(String... strings) {
    return new Sample(stem, filler, accepted, List.of(strings));
  }

  private static void put(Sample sample, String... shapes) {
    for (String shape : shapes) {
      BY_SHAPE.put(shape, sample);
    }
  }

  static Optional<Sample> find(Shape shape) {
    return shape.pattern().isEmpty()
        ? Optional.of(ANY)
        : Optional.ofNullable(BY_SHAPE.get(shape.name()));
  }

  static Sample of(Shape shape) {
    return find(shape)
        .orElseThrow(() -> new AssertionError("Sample has no strings for the pattern of " + shape));
  }

  /** A valid string, the shortest there is. */
  String shortest(Shape shape) {
    return ofLength(Math.max(length(stem), (int) shape.minLength().orElse(0)));
  }

  /** A string of that length, which the pattern takes if it takes any of that length. */
  String ofLength(int length) {
    int missing = length - length(stem);
    return missing < 0
        ? stem.substring(0, length)
        : stem + (filler.isEmpty() ? "x" : filler).repeat(missing);
  }

  /** Whether the pattern takes the string of that length. */
  boolean takes(int length) {
    return length == length(stem) || length > length(stem) && !filler.isEmpty();
  }

  boolean takesLineBreakAtEnd() {
    return accepted.stream().anyMatch(string -> string.endsWith("\n"));
  }

  /** One of many valid strings, all different; digits can end whatever has to be distinct. */
  String numbered(Shape shape, int number) {
    String digits = String.format(Locale.ROOT, "%04d", number);
    int shortest = length(shortest(shape));
    return ofLength(Math.max(shortest, digits.length()) - digits.length()) + digits;
  }

  /** A valid string, the most unusual there is. */
  String special(Shape shape) {
    return accepted.stream().findFirst().orElse(shortest(shape));
  }

  private static int length(String string) {
    return string.codePointCount(0, string.length());
  }
}
