package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Shape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Cuts lists into pages. */
final class Pages {

  private static final String TOKEN = "nextToken";
  private static final String SIZE = "maxResults";
  private static final int MOST = 100;

  private Pages() {}

  /**
   * Returns the page that a request asks for.
   *
   * @param all all entries, in the order of their numbers
   * @param number the number of an entry, which no other has and which stays
   * @param entry how an entry looks
   * @throws Refusal if the token is of another list
   */
  static <T> Map<String, Object> page(
      Ask ask, List<T> all, ToLongFunction<T> number, Function<T, Map<String, Object>> entry) {
    int from = ask.has(TOKEN) ? after(all, number, last(ask)) : 0;
    int size = ask.input().get(SIZE) instanceof Number most ? most.intValue() : MOST;
    int to = Math.min(all.size(), from + size);
    List<Object> entries = new ArrayList<>();
    all.subList(from, to).forEach(each -> entries.add(entry.apply(each)));
    Map<String, Object> page = new LinkedHashMap<>();
    Shape output = ask.operation().response();
    for (Member member : output.members()) {
      if (member.name().equals(TOKEN) && to < all.size()) {
        page.put(TOKEN, token(ask, number.applyAsLong(all.get(to - 1))));
      } else if (member.shape().kind() == Shape.Kind.LIST) {
        page.put(member.name(), entries);
      }
    }
    return page;
  }

  /** Where others came or went since, the list goes on behind the last one that was seen. */
  private static <T> int after(List<T> all, ToLongFunction<T> number, long last) {
    int from = 0;
    while (from < all.size() && number.applyAsLong(all.get(from)) <= last) {
      from++;
    }
    return from;
  }

  private static String token(Ask ask, long last) {
    byte[] text = (list(ask) + ":" + last).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  private static long last(Ask ask) {
    String list = list(ask) + ":";
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(ask.text(TOKEN));
      String text = new String(bytes, StandardCharsets.UTF_8);
      if (text.startsWith(list)) {
        return Long.parseLong(text.substring(list.length()));
      }
    } catch (IllegalArgumentException e) {
      // It is none of ours, as below.
    }
    throw Refusal.invalid(TOKEN, "is not a token of this list");
  }

  /** Tells a list, with what it is narrowed by, from others. */
  private static String list(Ask ask) {
    Map<String, Object> input = new TreeMap<>(ask.input());
    input.remove(TOKEN);
    input.remove(SIZE);
    return Integer.toHexString((ask.operation().name() + input).hashCode());
  }
}
