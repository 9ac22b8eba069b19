package io.github.cleanroomscontract.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** HTTP headers by name, whose case does not matter. Immutable and thread-safe. */
public final class Headers {

  /** No headers. */
  public static final Headers NONE = new Headers(Map.of());

  private final Map<String, List<String>> values;

  private Headers(Map<String, List<String>> given) {
    Map<String, List<String>> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    given.forEach(
        (name, more) -> {
          if (name != null) {
            sorted.computeIfAbsent(name, each -> new ArrayList<>()).addAll(more);
          }
        });
    sorted.replaceAll((name, all) -> List.copyOf(all));
    this.values = Collections.unmodifiableMap(sorted);
  }

  /** Returns headers with the values of each; a null name, as some libraries have it, is left. */
  public static Headers of(Map<String, List<String>> values) {
    return values.isEmpty() ? NONE : new Headers(values);
  }

  /** Returns these headers with one of them set, in place of what it was. */
  public Headers with(String name, String value) {
    Map<String, List<String>> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(values);
    more.put(name, List.of(value));
    return new Headers(more);
  }

  /** Returns the first value of a header. */
  public Optional<String> first(String name) {
    List<String> all = values.get(name);
    return all == null ? Optional.empty() : all.stream().findFirst();
  }

  /** Returns the values by name, in alphabetical order. */
  public Map<String, List<String>> values() {
    return values;
  }

  /** Returns the names alone: values may be credentials. */
  @Override
  public String toString() {
    return values.keySet().toString();
  }
}
