package io.github.cleanroomscontract.report;

/**
 * Colours for terminals.
 *
 * @param enabled whether to paint at all
 */
public record Paint(boolean enabled) {

  /** Returns the text in red. */
  public String red(String text) {
    return paint("31", text);
  }

  /** Returns the text in green. */
  public String green(String text) {
    return paint("32", text);
  }

  /** Returns the text in yellow. */
  public String yellow(String text) {
    return paint("33", text);
  }

  /** Returns the text in cyan. */
  public String cyan(String text) {
    return paint("36", text);
  }

  /** Returns the text in bold. */
  public String bold(String text) {
    return paint("1", text);
  }

  /** Returns the text, set back. */
  public String dim(String text) {
    return paint("2", text);
  }

  private String paint(String code, String text) {
    return enabled ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }
}
