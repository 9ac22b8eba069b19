package io.github.cleanroomscontract.internal.json;

import io.github.cleanroomscontract.internal.json.Locator.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The members of an object as they stand in a text that is JSON, those that stand twice as well.
 */
public final class ObjectText {

  /**
   * A member.
   *
   * @param name its name with its escapes
   * @param start where its name begins, with the quote
   * @param value where its value stands
   */
  public record Entry(String name, int start, Span value) {}

  private final String text;
  private int at;

  private ObjectText(String text, int at) {
    this.text = text;
    this.at = at;
  }

  /** Returns the members of the object that begins at an offset. */
  public static List<Entry> members(String text, int start) {
    return new ObjectText(text, start + 1).members();
  }

  private List<Entry> members() {
    List<Entry> members = new ArrayList<>();
    skip(" \t\r\n,");
    while (text.charAt(at) != '}') {
      int start = at;
      string();
      String name = text.substring(start + 1, at - 1);
      skip(" \t\r\n:");
      int from = at;
      value();
      members.add(new Entry(name, start, new Span(from, at)));
      skip(" \t\r\n,");
    }
    return members;
  }

  private void value() {
    int depth = 0;
    do {
      char c = text.charAt(at);
      if (c == '"') {
        string();
      } else {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        at++;
        if (depth == 0 && "{[}]".indexOf(c) < 0) {
          while (" \t\r\n,]}".indexOf(text.charAt(at)) < 0) {
            at++;
          }
        }
      }
    } while (depth > 0);
  }

  private void string() {
    at++;
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private void skip(String characters) {
    while (characters.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
