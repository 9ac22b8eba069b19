package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.internal.json.TextProblem;

/** The rules that the problems of a text are findings of. */
final class TextRules {

  private TextRules() {}

  static Rule of(TextProblem.Kind kind) {
    return switch (kind) {
      case EMPTY -> Rules.JSON_EMPTY;
      case ENCODING -> Rules.JSON_ENCODING;
      case BYTE_ORDER_MARK -> Rules.JSON_BYTE_ORDER_MARK;
      case SYNTAX -> Rules.JSON_SYNTAX;
      case TRUNCATED -> Rules.JSON_TRUNCATED;
      case TRAILING_TEXT -> Rules.JSON_TRAILING_TEXT;
      case DUPLICATE_KEY -> Rules.JSON_DUPLICATE_KEY;
      case NUMBER -> Rules.JSON_NUMBER;
      case DEPTH -> Rules.JSON_DEPTH;
    };
  }

  /** How to mend it; null where there is nothing to say. */
  static String hint(TextProblem.Kind kind) {
    return switch (kind) {
      case TRAILING_TEXT -> "several messages belong into a .jsonl file, one a line";
      case BYTE_ORDER_MARK -> "save the file as UTF-8 without a byte order mark";
      case ENCODING -> "save the file as UTF-8";
      default -> null;
    };
  }
}
