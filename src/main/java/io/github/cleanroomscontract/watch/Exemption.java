package io.github.cleanroomscontract.watch;

import java.util.Objects;

/**
 * Findings that do not count.
 *
 * @param findings which
 * @param reason why they do not
 */
public record Exemption(FindingFilter findings, String reason) {

  /**
   * Creates an exemption.
   *
   * @throws IllegalArgumentException if the reason is blank
   */
  public Exemption {
    Objects.requireNonNull(findings);
    if (reason.isBlank()) {
      throw new IllegalArgumentException(
          "an exemption of " + findings + " needs a reason, for whoever reads it next year");
    }
  }
}
