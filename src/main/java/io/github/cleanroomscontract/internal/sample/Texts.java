package io.github.cleanroomscontract.internal.sample;

import io.github.cleanroomscontract.catalogue.Shape;
import java.util.List;
import java.util.Optional;

/** Strings of shapes. */
final class Texts {

  /** How many more characters a text has where it is free to have more. */
  private static final int LONGEST = 300;

  /** How many realistic strings there are to choose from, which no others in the payload are. */
  private static final int REALISTIC = 6;

  /** How far apart the realistic ones are of which several stand in one list. */
  private static final int APART = 10_000;

  /** What people also write, where a pattern lets them. */
  private static final List<String> UNUSUAL =
      List.of(
          "Müller & Söhne, Zürich",
          "データ分析 2026",
          "launch \uD83D\uDE80 and more",
          "the \"new\" customers \\ visitors",
          "O'Brien <team@example.com>",
          "e\u0301t\u00E9",
          "x");

  private Texts() {}

  /** Returns the strings that a shape takes at a member. */
  static Strings of(Shape shape, Spot spot) {
    if (spot.member().equals("columnType") && shape.name().equals("ColumnTypeString")) {
      return StringsByShape.SNOWFLAKE_TYPES;
    }
    if (shape.name().equals("DisplayName") && spot.member().equals("name")) {
      return StringsByShape.find("DisplayName").orElseThrow().showing("purchases", "visits");
    }
    if (shape.name().equals("UUID") && spot.kind().isPresent()) {
      return StringsByShape.id(spot.kind().get());
    }
    if (shape.pattern().filter(pattern -> pattern.contains(":configuredTable/")).isPresent()) {
      // So it was written until 2023-07-31.
      return ofPattern(shape).spelt(":configuredTable/", ":configuredtable/");
    }
    return shape.pattern().isPresent()
        ? ofPattern(shape)
        : StringsByName.find(shape.name(), spot.member());
  }

  private static Strings ofPattern(Shape shape) {
    return StringsByShape.find(shape.name())
        .orElseThrow(() -> new IllegalStateException("no strings for " + shape));
  }

  /** Returns the string that is most likely at a place. */
  static String realistic(Shape shape, Spot spot, int world) {
    Strings strings = of(shape, spot);
    int serial = Choices.serial(shape, spot) + (isId(shape) ? world * MadeUp.WORLD : 0);
    String text = Choices.account(shape, spot).orElseGet(() -> strings.realistic().apply(serial));
    int least = (int) shape.minLength().orElse(0);
    return text.length() < least ? strings.ofLength(least) : text;
  }

  private static boolean isId(Shape shape) {
    String name = shape.name();
    return name.equals("UUID") || name.endsWith("Identifier") || name.contains("Arn");
  }

  /** Returns the string that is decided for at a place. */
  static String decided(Shape shape, Spot spot, int world, int longest, Decisions decisions) {
    String likely = realistic(shape, spot, world);
    if (isId(shape) || shape.name().equals("AccountId") || !spot.list().equals(spot.pointer())) {
      // Others agree with it, or differ from it.
      return likely;
    }
    boolean named = spot.amongOthers() || Choices.hasForm(spot);
    int choices = named ? REALISTIC : REALISTIC + 2 + UNUSUAL.size();
    int choice = decisions.choose(spot.pointer() + "=", choices);
    if (choice < REALISTIC) {
      int number = spot.serial() + choice * (spot.amongOthers() ? APART : 1);
      return fitting(shape, of(shape, spot).realistic().apply(number), longest).orElse(likely);
    }
    if (choice >= REALISTIC + 2) {
      return fitting(shape, UNUSUAL.get(choice - REALISTIC - 2), longest).orElse(likely);
    }
    long least = shape.minLength().orElse(0);
    long most = Math.min(Math.min(least + LONGEST, longest), shape.maxLength().orElse(LONGEST));
    long length =
        choice == REALISTIC
            ? least
            : Math.max(least, decisions.choose(spot.pointer() + "~", (int) most + 1));
    return fitting(shape, of(shape, spot).ofLength((int) length), longest).orElse(likely);
  }

  private static Optional<String> fitting(Shape shape, String text, int longest) {
    int length = text.codePointCount(0, text.length());
    boolean fits = (length <= longest || length == shape.minLength().orElse(0)) && shape.fits(text);
    return fits ? Optional.of(text) : Optional.empty();
  }
}
