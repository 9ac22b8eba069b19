package io.github.cleanroomscontract.report;

import io.github.cleanroomscontract.capture.JudgedMessage;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.internal.json.Pointers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * What findings are recognised by from one run to the next: file, operation, rule and place in the
 * payload, but no line, which every change above it would move. Of equal ones in a file, each has
 * its number. Not thread-safe.
 */
final class Fingerprints {

  private final Map<String, Integer> numbers = new HashMap<>();
  private String source = "";

  /** Returns the fingerprint of the next finding, in the order of the input. */
  String of(JudgedMessage message, Finding finding) {
    if (!message.source().equals(source)) {
      source = message.source();
      numbers.clear();
    }
    String hash =
        hash(
            String.join(
                "\n",
                SourcePath.relative(source).orElse(source),
                message.operation().orElse(""),
                message.direction().map(direction -> direction.label()).orElse(""),
                finding.rule().id(),
                Pointers.general(finding.pointer()),
                finding.member().orElse("")));
    return hash + ":" + numbers.merge(hash, 1, Integer::sum);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has it", e);
    }
  }
}
