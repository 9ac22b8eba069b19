package io.github.cleanroomscontract.coverage;

import io.github.cleanroomscontract.internal.json.Pointers;

/**
 * Something in a message that can be exercised.
 *
 * @param kind what it is
 * @param pointer where it stands: a JSON Pointer with {@code *} for items and values of maps
 * @param value the value of an enum; empty for others
 */
record Part(Kind kind, String pointer, String value) {

  /** What there is to be exercised in a message. */
  enum Kind {
    MEMBER,
    VARIANT,
    VALUE
  }

  /** Returns the name in files: the pointer, of enum values with {@code =} and the value. */
  String name() {
    return kind == Kind.VALUE ? pointer + "=" + value : pointer;
  }

  /** Returns a name as people write it: dots between members. */
  static String shown(String name) {
    int equals = name.indexOf('=');
    String pointer = equals < 0 ? name : name.substring(0, equals);
    return String.join(".", Pointers.segments(pointer))
        + (equals < 0 ? "" : " " + name.substring(equals + 1));
  }
}
