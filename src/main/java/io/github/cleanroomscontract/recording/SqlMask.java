package io.github.cleanroomscontract.recording;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts a harmless query in place of a text. Of the text nothing is left but the placeholders, by
 * their aliases, and, if it is very long, its length.
 */
final class SqlMask {

  /** Texts below every quota may have any length. */
  private static final int SHORT = 8_000;

  /** Comments and literals; what is between quotation marks is a name. */
  private static final Pattern NO_CODE = Pattern.compile("--[^\\n]*|/\\*(?s:.*?)\\*/|'[^']*'");

  private static final Pattern PLACEHOLDER =
      Pattern.compile("(?<![:0-9A-Za-z_\\])}\"'`]):([A-Za-z_][0-9A-Za-z_]*+)");

  private static final Pattern MENTION = Pattern.compile(":([A-Za-z_][0-9A-Za-z_]*+)");

  private final WordMask words;

  SqlMask(WordMask words) {
    this.words = words;
  }

  String masked(String text) {
    Set<String> used = names(PLACEHOLDER.matcher(NO_CODE.matcher(text).replaceAll("' '")));
    Set<String> mentioned = names(MENTION.matcher(text));
    mentioned.removeAll(used);
    String query = "SELECT " + (used.isEmpty() ? "1" : list(used));
    return filled(query + (mentioned.isEmpty() ? "" : " /* " + list(mentioned) + " */"), text);
  }

  private Set<String> names(Matcher matcher) {
    return matcher
        .results()
        .map(found -> words.word(found.group(1)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String list(Set<String> names) {
    return names.stream().map(name -> ":" + name).collect(Collectors.joining(", "));
  }

  /** Quotas count bytes, and the model counts characters. */
  private static String filled(String query, String text) {
    int length = text.codePointCount(0, text.length());
    if (length <= SHORT) {
      return query;
    }
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    String begin = query + " -- ";
    int missing = Math.max(0, length - begin.length());
    int wide = Math.min(missing, Math.max(0, (bytes - length + 1) / 2));
    return begin + "\u3042".repeat(wide) + "x".repeat(missing - wide);
  }
}
