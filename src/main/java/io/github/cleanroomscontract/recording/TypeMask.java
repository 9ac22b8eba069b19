package io.github.cleanroomscontract.recording;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Replaces what types of columns name, such as the fields of a struct, and leaves the types. */
final class TypeMask {

  private static final Set<String> KNOWN =
      Set.of(
          "array",
          "bigint",
          "binary",
          "boolean",
          "byte",
          "char",
          "character",
          "date",
          "datetime",
          "decimal",
          "double",
          "float",
          "geography",
          "geometry",
          "int",
          "integer",
          "local",
          "long",
          "map",
          "number",
          "numeric",
          "object",
          "precision",
          "real",
          "short",
          "smallint",
          "string",
          "struct",
          "super",
          "text",
          "time",
          "timestamp",
          "timestamp_ltz",
          "timestamp_ntz",
          "timestamp_tz",
          "timestamptz",
          "timetz",
          "tinyint",
          "varbinary",
          "varbyte",
          "varchar",
          "variant",
          "varying",
          "vector",
          "with",
          "without",
          "zone");

  /** A word, or what is neither a small number nor punctuation of types. */
  private static final Pattern FOREIGN =
      Pattern.compile("[A-Za-z_][0-9A-Za-z_]*+|[0-9]{6,}|[^0-9A-Za-z_<>(),: ]+");

  private final WordMask words;

  TypeMask(WordMask words) {
    this.words = words;
  }

  String masked(String type) {
    return FOREIGN.matcher(type).replaceAll(this::word);
  }

  private String word(MatchResult word) {
    String text = word.group();
    return KNOWN.contains(text.toLowerCase(Locale.ROOT)) ? text : words.word(text);
  }
}
