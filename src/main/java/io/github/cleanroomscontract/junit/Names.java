package io.github.cleanroomscontract.junit;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What tests are called in failures. */
final class Names {

  private Names() {}

  /**
   * Returns class and method, such as {@code NightlyReportTest.runs}, and which one it is of
   * several that have the same method.
   */
  static String of(ExtensionContext context) {
    String type = context.getTestClass().map(Names::name).orElse("");
    if (context.getTestMethod().isEmpty()) {
      return type;
    }
    String method = context.getTestMethod().get().getName();
    String shown = context.getDisplayName();
    boolean plain = shown.equals(method) || shown.startsWith(method + "(");
    return type + "." + method + (plain ? "" : " (" + shown + ")");
  }

  private static String name(Class<?> type) {
    List<String> names = new ArrayList<>();
    for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
      names.add(0, each.getSimpleName());
    }
    return String.join(".", names);
  }
}
