package io.github.cleanroomscontract.recording;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Replaces words: what has no parts, or parts between slashes. */
final class WordMask {

  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{32,128}");
  private static final Pattern FILE =
      Pattern.compile("(.+)(\\.(?:csv|gz|jar|json|parquet|py|sql|txt|whl|zip))");

  /** Long texts stay as long, since what is around them may be too large. */
  private static final int LONG = 64;

  private final Aliases aliases;

  WordMask(Aliases aliases) {
    this.aliases = aliases;
  }

  /** Returns what stands for a text as a whole, in the same form. */
  String word(String text) {
    if (UUID.matcher(text).matches()) {
      return aliases.id(text);
    }
    if (ACCOUNT.matcher(text).matches()) {
      return aliases.account(text);
    }
    if (HASH.matcher(text).matches()) {
      return aliases.hash(text);
    }
    String alias = aliases.name(text);
    return text.length() < LONG ? alias : padded(alias, text);
  }

  /** Returns an alias that is made as long as what it stands for, if it is shorter. */
  static String padded(String alias, String text) {
    int length = text.codePointCount(0, text.length());
    return alias + "x".repeat(Math.max(0, length - alias.length()));
  }

  /** Returns a path of which each part is replaced; ends of file names stay. */
  String path(String path) {
    return Arrays.stream(path.split("/", -1)).map(this::part).collect(Collectors.joining("/"));
  }

  private String part(String part) {
    if (part.isEmpty() || part.equals("*")) {
      return part;
    }
    Matcher file = FILE.matcher(part);
    return file.matches() ? word(file.group(1)) + file.group(2) : word(part);
  }
}
