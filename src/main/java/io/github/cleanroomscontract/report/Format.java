package io.github.cleanroomscontract.report;

import java.io.PrintWriter;
import java.util.Locale;

/** The formats that results are written in. */
public enum Format {
  /** For people at a terminal. */
  TEXT,
  /** One JSON object. */
  JSON,
  /** A JSON object a message, a line each. */
  JSONL,
  /** JUnit XML. */
  JUNIT,
  /** SARIF 2.1.0. */
  SARIF,
  /** Workflow commands of GitHub. */
  GITHUB,
  /** A summary in Markdown. */
  MARKDOWN,
  /** A page for a browser. */
  HTML;

  /** Returns the name in lower case, as users write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns an output of this format.
   *
   * @param out what it writes to
   * @param paint its colours, if it has any
   * @param unchecked whether to say which rules could not be checked, where the format has a place
   *     for it
   */
  public Output output(PrintWriter out, Paint paint, boolean unchecked) {
    return switch (this) {
      case TEXT -> new TextOutput(out, paint, unchecked);
      case JSON -> new JsonOutput(out, unchecked);
      case JSONL -> new JsonlOutput(out, unchecked);
      case JUNIT -> new JunitOutput(out, unchecked);
      case SARIF -> new SarifOutput(out);
      case GITHUB -> new GithubOutput(out);
      case MARKDOWN -> new MarkdownOutput(out);
      case HTML -> new HtmlOutput(out);
    };
  }
}
