package io.github.cleanroomscontract.internal.json;

/**
 * The way to a value of a payload. Many are gone of which nobody is told, so a pointer is written
 * only when one is asked for. Immutable.
 */
public final class Way {

  /** The way to the whole payload. */
  public static final Way TOP = new Way(null, null);

  private final Way outer;
  private final Object segment;

  private Way(Way outer, Object segment) {
    this.outer = outer;
    this.segment = segment;
  }

  /** Returns the way to a member, or to an item by its index. */
  public Way to(Object next) {
    return new Way(this, next);
  }

  /** Returns the way to what the value is in; the way to the whole has none. */
  Way outer() {
    return outer;
  }

  /** Returns the JSON Pointer. */
  public String pointer() {
    return outer == null ? Pointers.ROOT : Pointers.append(outer.pointer(), segment);
  }
}
