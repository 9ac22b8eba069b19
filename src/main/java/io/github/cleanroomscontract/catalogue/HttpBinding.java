package io.github.cleanroomscontract.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the input of an operation travels. What is neither in the path nor in the query travels in
 * the body.
 *
 * @param method the HTTP method
 * @param uri the RFC 6570 template of path and query
 * @param pathMembers the members that travel in the path
 * @param queryMembers the members that travel in the query
 */
public record HttpBinding(
    String method, String uri, List<String> pathMembers, List<String> queryMembers) {

  private static final Pattern EXPRESSION = Pattern.compile("\\{(\\??)([^}]*)}");

  static HttpBinding parse(String line) {
    int space = line.indexOf(' ');
    String uri = line.substring(space + 1);
    List<String> path = new ArrayList<>();
    List<String> query = new ArrayList<>();
    Matcher matcher = EXPRESSION.matcher(uri);
    while (matcher.find()) {
      (matcher.group(1).isEmpty() ? path : query).addAll(List.of(matcher.group(2).split(",")));
    }
    return new HttpBinding(line.substring(0, space), uri, List.copyOf(path), List.copyOf(query));
  }

  /** Returns the template of the path alone. */
  public String path() {
    int query = uri.indexOf("{?");
    return query < 0 ? uri : uri.substring(0, query);
  }

  /** Returns the method and the template as one line. */
  @Override
  public String toString() {
    return method + " " + uri;
  }
}
