package io.github.cleanroomscontract.internal.checks;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types of the parameters of analysis templates, whose values always travel as text. */
final class ParameterTypes {

  /** What a text must be to have a value of a type: in words, and as a test. */
  private record Form(String words, Predicate<String> test) {}

  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,40}");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
  private static final Pattern NO_NUMBER =
      Pattern.compile("nan|[+-]?inf(?:inity)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern BOOLEAN =
      Pattern.compile("true|false|yes|no|on|off|[tfyn01]", Pattern.CASE_INSENSITIVE);
  private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
  private static final Pattern TIME = Pattern.compile("[0-9]{1,2}:[0-9]{2}");

  private static final Map<String, Form> FORMS = forms();

  private ParameterTypes() {}

  private static Map<String, Form> forms() {
    Map<String, Form> forms = new HashMap<>();
    whole(forms, 8, "BYTE", "TINYINT");
    whole(forms, 16, "SHORT", "SMALLINT");
    whole(forms, 32, "INT", "INTEGER");
    whole(forms, 64, "LONG", "BIGINT");
    Form decimal = new Form("a number", text -> DECIMAL.matcher(text).matches());
    put(forms, decimal, "DECIMAL", "NUMERIC");
    Form real =
        new Form(
            "a number",
            text -> DECIMAL.matcher(text).matches() || NO_NUMBER.matcher(text).matches());
    put(forms, real, "REAL", "FLOAT", "DOUBLE", "DOUBLE_PRECISION");
    put(forms, new Form("true or false", text -> BOOLEAN.matcher(text).matches()), "BOOLEAN");
    put(forms, new Form("a date such as 2026-03-01", ParameterTypes::startsWithDate), "DATE");
    put(
        forms,
        new Form("a time such as 2026-03-01 09:30:00", ParameterTypes::startsWithDate),
        "TIMESTAMP",
        "TIMESTAMPTZ",
        "TIMESTAMP_LTZ",
        "TIMESTAMP_NTZ");
    put(
        forms,
        new Form("a time such as 09:30:00", text -> TIME.matcher(text).lookingAt()),
        "TIME",
        "TIMETZ");
    return forms;
  }

  private static void whole(Map<String, Form> forms, int bits, String... types) {
    put(forms, new Form("a whole number of " + bits + " bits", text -> fits(text, bits)), types);
  }

  private static void put(Map<String, Form> forms, Form form, String... types) {
    for (String type : types) {
      forms.put(type, form);
    }
  }

  /**
   * Returns what a value of a type would be, if a text is surely none.
   *
   * @return the form of the type in words; nothing if the text may be a value, or the type takes
   *     any text
   */
  static Optional<String> missed(String type, String text) {
    Form form = FORMS.get(type);
    String trimmed = text.strip();
    // What an empty text stands for is not documented.
    return form == null || trimmed.isEmpty() || form.test().test(trimmed)
        ? Optional.empty()
        : Optional.of(form.words());
  }

  private static boolean fits(String text, int bits) {
    return WHOLE.matcher(text).matches() && new BigInteger(text).bitLength() < bits;
  }

  private static boolean startsWithDate(String text) {
    Matcher date = DATE.matcher(text);
    if (!date.lookingAt()) {
      return false;
    }
    try {
      LocalDate.of(
          Integer.parseInt(date.group(1)),
          Integer.parseInt(date.group(2)),
          Integer.parseInt(date.group(3)));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
