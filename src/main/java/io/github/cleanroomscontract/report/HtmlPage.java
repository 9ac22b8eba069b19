package io.github.cleanroomscontract.report;

import io.github.cleanroomscontract.internal.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * A page that needs nothing but itself, and is allowed nothing else: its policy names its own style
 * and script, and no source for anything.
 */
public final class HtmlPage {

  private HtmlPage() {}

  /**
   * Writes a page.
   *
   * @param title its title, as text
   * @param moreStyle rules of its own, beside those that all pages have; may be empty
   * @param body what is in its body, as HTML
   */
  public static void write(PrintWriter out, String title, String moreStyle, Iterable<String> body) {
    String style = resource("page.css") + moreStyle;
    String script = resource("page.js");
    String policy =
        "default-src 'none'; style-src '"
            + hash(style)
            + "'; script-src '"
            + hash(script)
            + "'; base-uri 'none'; form-action 'none'";
    List.of(
            "<!DOCTYPE html>",
            "<html lang=\"en\">",
            "<head>",
            "<meta charset=\"utf-8\">",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
            "<title>" + text(title) + "</title>",
            "<style>" + style + "</style>",
            "</head>",
            "<body>")
        .forEach(line -> out.print(line + "\n"));
    body.forEach(line -> out.print(line + "\n"));
    out.print("<script>" + script + "</script>\n</body>\n</html>\n");
    out.flush();
  }

  /** Returns a text as HTML, for content and for attributes in quotes. */
  public static String text(String text) {
    StringBuilder html = new StringBuilder();
    Words.escaped(text)
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.appendCodePoint(c);
              }
            });
    return html.toString();
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has it", e);
    }
  }

  private static String resource(String name) {
    try (InputStream stream = HtmlPage.class.getResourceAsStream(name)) {
      // As browsers read it, which hash it with these line breaks.
      return "\n" + new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
